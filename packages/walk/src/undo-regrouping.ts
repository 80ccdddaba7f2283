import type { CommandEffect, Regrouping } from '@rumoer/store'
import { type CommandOptions, itemsOf, mergeIssues, movedEffect } from './regroup.ts'

const PAGE = 500

/** Undoes a merge or a split in memory, and says what the store must do. */
export async function undoRegrouping(options: CommandOptions, command: { regrouping: number }): Promise<CommandEffect> {
  const { store, mind, now } = options
  const regrouping = await store.walk.regrouping(mind.municipalityId, command.regrouping)
  if (!regrouping) return { error: `regrouping: ${command.regrouping}, expected one that is known`, now: now() }
  if (regrouping.refusal !== null) return { error: regrouping.refusal, now: now() }
  switch (regrouping.type) {
    case 'merge':
      return undoMerge(options, regrouping)
    case 'split':
      return undoSplit(options, regrouping)
    case 'move':
      return undoMove(options, regrouping)
  }
}

/** The two go together, and nothing keeps them or these messages apart any more. */
function undoSplit({ mind, now }: CommandOptions, { kept, other, messages }: Regrouping): CommandEffect {
  mind.index.allow(kept, other, messages)
  return mergeIssues(mind, { into: kept, issues: [other] }, now())
}

/**
 * What the swallowed issue brought leaves again. That a person undid the machine's own merge is a cannot-link from now on; undoing a person's merge
 * takes back what the person said, so that only an older cannot-link stands again.
 */
async function undoMerge(
  options: CommandOptions,
  { kept, other, by, messages, wasOpen, wereApart, id }: Regrouping,
): Promise<CommandEffect> {
  const { mind, now } = options
  const at = now()
  const inside = await stillIn(options, messages, kept)
  if (inside.length === 0) return { error: `regrouping: ${id}, expected one of which messages are left in issue ${kept}`, now: at }
  if (wasOpen && mind.index.has(kept)) await moveOut(options, inside, kept, other)
  if ((by === null || wereApart) && mind.index.has(kept) && mind.index.has(other)) mind.index.part(kept, other)
  return movedEffect(mind, { ids: inside, from: kept, to: other, at })
}

/** The messages go back, and may be there again; what people said of the two issues before stays said. */
async function undoMove(options: CommandOptions, { kept, other, messages, wereApart, id }: Regrouping): Promise<CommandEffect> {
  const { mind, now } = options
  const inside = await stillIn(options, messages, other)
  if (inside.length === 0) return { error: `regrouping: ${id}, expected one of which messages are left in issue ${other}`, now: now() }
  if (mind.index.has(other)) await moveOut(options, inside, other, kept)
  mind.index.allow(kept, other, messages)
  if (wereApart && mind.index.has(kept) && mind.index.has(other)) mind.index.part(kept, other)
  return movedEffect(mind, { ids: inside, from: other, to: kept, at: now() })
}

async function stillIn({ store, mind }: CommandOptions, messages: readonly string[], issue: string): Promise<string[]> {
  const placed = await store.walk.placed(mind.municipalityId, messages)
  return placed.filter(({ issueId }) => issueId === issue).map(({ messageId }) => messageId)
}

async function moveOut({ store, mind }: CommandOptions, ids: readonly string[], from: string, to: string): Promise<void> {
  for (let at = 0; at < ids.length; at += PAGE) {
    const page = await store.messages.byIds(mind.municipalityId, ids.slice(at, at + PAGE))
    for (const item of await itemsOf(store, mind, page)) mind.index.move(item, from, to)
  }
}
