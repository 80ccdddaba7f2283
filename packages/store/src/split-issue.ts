import type { StreamEvent } from '@rumoer/contracts'
import { and, eq } from 'drizzle-orm'
import type { Transaction } from './database.ts'
import { followMessages } from './handover-upkeep.ts'
import { logIssues } from './issue-log.ts'
import { toIssue } from './issue-rows.ts'
import { reopenIssues, saveStates } from './issue-states.ts'
import { moveMessages, updatedEvent } from './move-messages.ts'
import { changedEvent, regroupIssues } from './recount-issues.ts'
import { noteSplit } from './regroupings.ts'
import { issues } from './schema/index.ts'
import type { MovedEffect } from './store.ts'
import { loadMessages } from './walk-commit.ts'

/** `return` is a move that is undone: it is not remembered as one that can be. */
type Step = { type: 'split' | 'move' | 'return'; from: string; to: string; by: string | null }
type Applied = { events: StreamEvent[]; error: string | null }

const countWords = (count: number) => `${count} ${count === 1 ? 'bericht' : 'berichten'}`

/** Takes messages out of an issue, into one of their own or into another that is there. */
export async function splitIssue(tx: Transaction, municipalityId: number, step: Step, effect: MovedEffect): Promise<Applied> {
  const { type, from, to, by } = step
  const { moved, now } = effect
  if (type !== 'split' && !(await stands(tx, municipalityId, to)))
    return { events: [], error: `issue: ${to}, expected one that was not merged into another` }
  const known = await loadMessages(
    tx,
    municipalityId,
    moved.map(({ messageId }) => messageId),
  )
  const affected = [...new Set([from, ...[...known.values()].map((row) => row.issueId), ...moved.map(({ issueId }) => issueId)])]
  await moveMessages(tx, municipalityId, moved)
  const { opened, changed } = await regroupIssues(tx, municipalityId, { ...effect, affected })
  saveStates(tx, municipalityId, effect.states, effect.retired, now)
  await reopenIssues(tx, municipalityId, effect.states)
  const noted = type === 'return' ? {} : { regrouping: await noteSplit(tx, municipalityId, { ...step, type }, effect) }
  const entry = { at: now, type: 'split' as const, by, ...noted }
  const title = (id: string) => [...opened, ...changed].find((row) => row.id === id)?.title ?? id
  const [left, came] = wordsOf(type, countWords(moved.length), title(from), title(to))
  logIssues(tx, municipalityId, [
    { ...entry, issueId: to, text: came },
    { ...entry, issueId: from, text: left },
  ])
  const updated = moved.flatMap(({ messageId, issueId }) => {
    const row = known.get(messageId)
    return row ? [updatedEvent({ ...row, issueId })] : []
  })
  const handoverEvents = await followMessages(tx, municipalityId, moved, now)
  const fresh = opened.map((row): StreamEvent => ({ type: 'issue.opened', data: toIssue(row) }))
  return { events: [...fresh, ...updated, ...changed.map(changedEvent), ...handoverEvents], error: null }
}

function wordsOf(type: Step['type'], count: string, from: string, to: string): [left: string, came: string] {
  if (type === 'split') return [`${count} afgesplitst`, `Afgesplitst met ${count}`]
  if (type === 'move') return [`${count} verplaatst naar ‘${to}’`, `${count} hierheen verplaatst uit ‘${from}’`]
  return [`Verplaatsen ongedaan gemaakt: ${count} terug naar ‘${to}’`, `Verplaatsen ongedaan gemaakt: ${count} terug uit ‘${from}’`]
}

async function stands({ orm }: Transaction, municipalityId: number, id: string): Promise<boolean> {
  const [found] = await orm
    .select({ mergedInto: issues.mergedInto })
    .from(issues)
    .where(and(eq(issues.municipalityId, municipalityId), eq(issues.id, id)))
  return found !== undefined && found.mergedInto === null
}
