import { type Message, smallestArea } from '@rumoer/contracts'
import type { CommandEffect, Store, WalkCommand, WalkCommit } from '@rumoer/store'
import { type Mind, refreshKnowledge, refreshLessons, sourceOf } from './mind.ts'
import { readMessage } from './read-message.ts'
import { type CommandOptions, itemsOf, liveIssue, mergeIssues, nothingMoved } from './regroup.ts'
import { undoRegrouping } from './undo-regrouping.ts'

const PAGE = 500
const FAR_FUTURE = new Date('9999-01-01T00:00:00Z')

/** Applies people's edits (merge, split, correct, placing again) between batches, in the order they were asked; the next batch is read with what they teach. */
export async function applyCommands(options: CommandOptions, commands: readonly WalkCommand[]): Promise<void> {
  for (const command of commands) {
    const effect = await effectOf(options, command)
    await options.store.walk.commitCommand(options.ownership, command, effect)
    options.log.info('command-applied', { municipality: options.mind.municipalityId, command: command.type, refused: 'error' in effect })
  }
  if (commands.some(({ type }) => type === 'correct' || type === 'withdraw')) await refreshLessons(options.store, options.mind)
}

async function effectOf(options: CommandOptions, command: WalkCommand): Promise<CommandEffect> {
  const { mind, now } = options
  switch (command.type) {
    case 'merge':
      return mergeIssues(mind, command, now())
    case 'split':
      return split(options, command)
    case 'undo':
      return undoRegrouping(options, command)
    case 'correct':
    case 'withdraw':
      return { ...nothingMoved(now()) }
    case 'relocate':
      await relocate(options)
      return { ...nothingMoved(now()) }
  }
}

async function split({ store, mind, now }: CommandOptions, command: WalkCommand & { type: 'split' }): Promise<CommandEffect> {
  const at = now()
  const messages = await messagesOf(store, mind, command.messages)
  if (messages.length === 0) return { error: `messages: none of ${command.messages.length} belong to issue ${command.issue}`, now: at }
  const items = await itemsOf(store, mind, messages)
  const isOpen = mind.index.has(command.issue)
  for (const item of items) {
    mind.index.move(item, isOpen ? command.issue : null, command.newIssue)
    if (mind.index.has(command.issue)) mind.index.forbid(item.id, command.issue)
  }
  const { title, category, firstAt } = mind.index.describe(command.newIssue, at.getTime())
  const opened: WalkCommit['opened'] = [{ id: command.newIssue, title, category, firstAt: new Date(firstAt) }]
  const kept = liveIssue(mind, command.issue, at)
  const fresh = liveIssue(mind, command.newIssue, at)
  return {
    ...nothingMoved(at),
    moved: items.map((item) => ({ messageId: item.id, issueId: command.newIssue })),
    opened,
    touched: [...kept.touched, ...fresh.touched],
    states: [...kept.states, ...fresh.states],
  }
}

/** Reads where every stored message is about once more, after areas were imported. Issues keep their messages. */
async function relocate({ store, ownership, mind, now }: CommandOptions): Promise<void> {
  await refreshKnowledge(store, mind)
  for await (const page of history(store, mind.municipalityId)) {
    const moves = await Promise.all(
      page.map(async (message) => {
        const reading = readMessage(mind, await sourceOf(store, mind, message.sourceId), message)
        return { messageId: message.id, areaCode: smallestArea(reading), areas: reading.areas }
      }),
    )
    await store.walk.relocate(ownership, moves, now())
  }
}

/** All stored messages of a municipality before an instant, page by page, oldest first. */
export async function* history(store: Store, municipalityId: number, before: Date = FAR_FUTURE): AsyncGenerator<Message[]> {
  let after: { createdAt: Date; id: string } | null = null
  for (;;) {
    const page: Message[] = await store.messages.history(municipalityId, before, after, PAGE)
    if (page.length === 0) return
    yield page
    const last = page[page.length - 1]!
    after = { createdAt: new Date(last.createdAt), id: last.id }
  }
}

async function messagesOf(store: Store, mind: Mind, ids: readonly string[]): Promise<Message[]> {
  return store.messages.byIds(mind.municipalityId, ids)
}
