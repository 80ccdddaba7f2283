import { moodOf, type ReadingCorrection, type StreamEvent, smallestArea } from '@rumoer/contracts'
import { and, eq, inArray } from 'drizzle-orm'
import { moveAlerts } from './alerts.ts'
import { appendEvents } from './append-events.ts'
import { plainArray } from './array-literal.ts'
import type { Database, Transaction } from './database.ts'
import { moveHandovers } from './handover-upkeep.ts'
import { logIssues } from './issue-log.ts'
import { loadIssues, saveIssues } from './issue-rows.ts'
import { reopenIssues, saveStates } from './issue-states.ts'
import { hotColumns, type MessageRow, tallyOf } from './message-rows.ts'
import { updatedEvent } from './move-messages.ts'
import { moveContentItems } from './planning.ts'
import { changedEvent, regroupIssues } from './recount-issues.ts'
import { markUndone, noteMerges } from './regroupings.ts'
import { commands, corrections, issues, messages } from './schema/index.ts'
import { splitIssue } from './split-issue.ts'
import type { CommandEffect, MovedEffect, Ownership, Repair, WalkCommand } from './store.ts'
import { addHourly, addToIssues, addVoices, signedTallies } from './tally.ts'
import { undoMerge } from './undo-merge.ts'
import { loadMessages } from './walk-commit.ts'

export type Applied = { events: StreamEvent[]; error: string | null }

/** Applies a finished command of a person in one transaction: see `WalkQuestions.commitCommand`. */
export async function commitCommand(database: Database, ownership: Ownership, command: WalkCommand, effect: CommandEffect): Promise<void> {
  const { municipalityId, epoch } = ownership
  const events = await database.transact(async (tx) => {
    const applied = 'error' in effect ? { events: [], error: effect.error } : await apply(tx, municipalityId, command, effect)
    await tx.orm
      .update(commands)
      .set({ doneAt: effect.now, error: applied.error })
      .where(and(eq(commands.municipalityId, municipalityId), eq(commands.id, command.id)))
    await appendEvents(tx, municipalityId, applied.events, { now: effect.now, epoch })
    return applied.events.length
  })
  if (events > 0) database.hints.send(municipalityId)
}

async function apply(tx: Transaction, municipalityId: number, command: WalkCommand, effect: MovedEffect): Promise<Applied> {
  switch (command.type) {
    case 'merge':
      return merge(tx, municipalityId, command, effect)
    case 'split':
      return splitIssue(tx, municipalityId, { type: 'split', from: command.issue, to: command.newIssue, by: command.by }, effect)
    case 'move':
      return splitIssue(tx, municipalityId, { type: 'move', from: command.issue, to: command.into, by: command.by }, effect)
    case 'undo':
      return undo(tx, municipalityId, command, effect)
    case 'correct':
      return correct(tx, municipalityId, command, command.correction, effect.now)
    case 'withdraw':
      return correct(tx, municipalityId, command, null, effect.now)
    case 'relocate':
      return { events: [], error: null }
  }
}

const MOVE_ALL = 'update messages set issue_id = $3 where municipality_id = $1 and issue_id = any($2::uuid[])'

/** Makes one merge that the machine decided on, with its reason on both timelines: see `WalkQuestions.repair`. */
export async function repairIssue(database: Database, ownership: Ownership, repair: Repair, effect: MovedEffect): Promise<void> {
  const { municipalityId, epoch } = ownership
  const events = await database.transact(async (tx) => {
    const applied = await merge(tx, municipalityId, { into: repair.into, by: null, why: ` door de machine: ${repair.why}` }, effect)
    await appendEvents(tx, municipalityId, applied.events, { now: effect.now, epoch })
    return applied.events.length
  })
  if (events > 0) database.hints.send(municipalityId)
}

/** The swallowed issues keep their timeline and point at where they went; messages, alerts and planned items go along. */
async function merge(
  tx: Transaction,
  municipalityId: number,
  { into, by, why = '' }: { into: string; by: string | null; why?: string },
  effect: MovedEffect,
): Promise<Applied> {
  const swallowed = effect.mergedInto.map(({ id }) => id)
  if (swallowed.length === 0) return { events: [], error: null }
  const { id, title, mergedInto } = issues
  const known = await tx.orm
    .select({ id, title, mergedInto })
    .from(issues)
    .where(inArray(id, [...swallowed, into]))
  const target = known.find((one) => one.id === into)
  if (!target || target.mergedInto !== null) return { events: [], error: `issue: ${into}, expected one that was not merged into another` }
  const titleOf = (issueId: string) => known.find((one) => one.id === issueId)?.title ?? issueId
  const noted = await noteMerges(tx, municipalityId, effect, by)
  await tx.write({ text: MOVE_ALL, values: [municipalityId, plainArray(swallowed), into] })
  await tx.orm
    .update(issues)
    .set({ mergedInto: into })
    .where(and(eq(issues.municipalityId, municipalityId), inArray(issues.mergedInto, swallowed)))
  const { changed } = await regroupIssues(tx, municipalityId, { ...effect, affected: [into, ...swallowed] })
  saveStates(tx, municipalityId, effect.states, effect.retired, effect.now)
  await reopenIssues(tx, municipalityId, effect.states)
  const entry = { at: effect.now, type: 'merged' as const, by }
  logIssues(tx, municipalityId, [
    ...swallowed.map((issueId) => ({
      ...entry,
      issueId,
      regrouping: noted.get(issueId),
      text: `Samengevoegd met ‘${titleOf(into)}’${why}`,
    })),
    ...swallowed.map((other) => ({
      ...entry,
      issueId: into,
      regrouping: noted.get(other),
      text: `‘${titleOf(other)}’ hierin samengevoegd${why}`,
    })),
  ])
  const alertEvents = await moveAlerts(tx, municipalityId, swallowed, into, effect.now)
  const itemEvents = await moveContentItems(tx, municipalityId, swallowed, into)
  const handoverEvents = await moveHandovers(tx, municipalityId, swallowed, into, effect.now)
  const merged = effect.mergedInto.map((one): StreamEvent => ({ type: 'issue.merged', data: { id: one.id, into: one.into } }))
  return { events: [...merged, ...changed.map(changedEvent), ...alertEvents, ...itemEvents, ...handoverEvents], error: null }
}

/** What a split took apart goes together again, as a merge that can itself be undone; what a merge put together goes apart. */
async function undo(
  tx: Transaction,
  municipalityId: number,
  { regrouping: id, by }: WalkCommand & { type: 'undo' },
  effect: MovedEffect,
): Promise<Applied> {
  const regrouping = await markUndone(tx, municipalityId, id, { by, at: effect.now })
  if (regrouping === null) return { events: [], error: `regrouping: ${id}, expected one that was not undone` }
  if (regrouping.type === 'merge') return { events: await undoMerge(tx, municipalityId, { ...regrouping, by }, effect), error: null }
  const { kept, other } = regrouping
  if (regrouping.type === 'move') return splitIssue(tx, municipalityId, { type: 'return', from: other, to: kept, by }, effect)
  return merge(tx, municipalityId, { into: kept, by, why: ': de splitsing is ongedaan gemaakt' }, effect)
}

/** A person's word stands beside the machine's reading and wins from now on; null takes all that was said back. The counters follow. */
async function correct(
  tx: Transaction,
  municipalityId: number,
  command: { message: string; by: string | null },
  said: ReadingCorrection | null,
  now: Date,
): Promise<Applied> {
  const before = (await loadMessages(tx, municipalityId, [command.message])).get(command.message)
  if (!before || before.erasedAt) return { events: [], error: `message: ${command.message}, expected one that is placed` }
  const correction: ReadingCorrection | null = said && { ...before.correction, ...said }
  const machine = { mood: moodOf(before.reading), areaCode: smallestArea(before.reading) }
  const after = { ...before, correction, ...hotColumns(before.reading, machine, correction) }
  const { areaCode, categoryMain, categorySub, mood, hasQuestion } = after
  await tx.orm
    .update(messages)
    .set({ correction, areaCode, categoryMain, categorySub, mood, hasQuestion })
    .where(and(eq(messages.municipalityId, municipalityId), eq(messages.id, before.id)))
  await tx.orm.insert(corrections).values({ municipalityId, messageId: before.id, correction: said ?? {}, by: command.by, at: now })
  const changed = await recountMessages(tx, municipalityId, [{ before, after }])
  return { events: [updatedEvent(after), ...changed], error: null }
}

/** Brings hourly counts and issues in line with messages that changed; answers the events of the issues. */
export async function recountMessages(
  tx: Transaction,
  municipalityId: number,
  changes: readonly { before: MessageRow; after: MessageRow }[],
): Promise<StreamEvent[]> {
  const signed = signedTallies(changes.map(({ before, after }) => ({ before: tallyOf(before), after: tallyOf(after) })))
  if (signed.length === 0) return []
  addHourly(tx, municipalityId, signed)
  const [voices, rows] = await Promise.all([
    addVoices(tx, municipalityId, signed),
    loadIssues(
      tx,
      municipalityId,
      signed.map(({ tally }) => tally.issueId),
    ),
  ])
  addToIssues(rows, signed, voices)
  saveIssues(tx, [...rows.values()])
  return [...rows.values()].map(changedEvent)
}
