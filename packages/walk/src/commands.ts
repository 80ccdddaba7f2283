import { type Message, smallestArea } from '@rumoer/contracts'
import type { CommandEffect, Store, WalkCommand, WalkCommit } from '@rumoer/store'
import { type Mind, refreshKnowledge, refreshLessons, sourceOf } from './mind.ts'
import { readMessage } from './read-message.ts'
import { type CommandOptions, itemsOf, mergeIssues, movedEffect, nothingMoved } from './regroup.ts'
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
      return (await refusalOf(options, command.into)) ?? mergeIssues(mind, command, now())
    case 'split':
      return takeOut(options, command, command.newIssue)
    case 'move':
      return (await refusalOf(options, command.into)) ?? takeOut(options, command, command.into)
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

/** Nothing goes into an issue that went into another meanwhile; said before anything changes in memory. */
async function refusalOf({ store, mind, now }: CommandOptions, into: string): Promise<CommandEffect | null> {
  const found = await store.issues.byId(mind.municipalityId, into)
  return found?.id === into ? null : { error: `issue: ${into}, expected one that was not merged into another`, now: now() }
}

/** Puts messages of an issue into another, which is opened when it is not there. They never come back by machine. */
async function takeOut(
  { store, mind, now }: CommandOptions,
  command: WalkCommand & { type: 'split' | 'move' },
  to: string,
): Promise<CommandEffect> {
  const at = now()
  const { index } = mind
  const from = command.issue
  const messages = await messagesOf(store, mind, command.messages)
  if (messages.length === 0) return { error: `messages: none of ${command.messages.length} belong to issue ${from}`, now: at }
  const wereApart = index.areApart(from, to)
  const items = await itemsOf(store, mind, messages)
  const isOpen = index.has(from)
  for (const item of items) {
    index.move(item, isOpen ? from : null, to)
    if (index.has(from)) index.forbid(item.id, from)
  }
  return { ...movedEffect(mind, { ids: items.map(({ id }) => id), from, to, at }), opened: openedBy(mind, command, at), wereApart }
}

function openedBy({ index }: Mind, command: WalkCommand & { type: 'split' | 'move' }, at: Date): WalkCommit['opened'] {
  if (command.type === 'move') return []
  const { title, category, firstAt } = index.describe(command.newIssue, at.getTime())
  return [{ id: command.newIssue, title, category, firstAt: new Date(firstAt) }]
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
