import type { StreamEvent } from '@rumoer/contracts'
import { and, eq, inArray } from 'drizzle-orm'
import { toAlert } from './alerts.ts'
import type { Transaction } from './database.ts'
import { followMessages, moveHandovers } from './handover-upkeep.ts'
import { logIssues } from './issue-log.ts'
import { toIssue } from './issue-rows.ts'
import { saveStates } from './issue-states.ts'
import { moveMessages, updatedEvent } from './move-messages.ts'
import { moveContentItems } from './planning.ts'
import { changedEvent, regroupIssues } from './recount-issues.ts'
import { alerts, type regroupings } from './schema/index.ts'
import type { MovedEffect } from './store.ts'
import { loadMessages } from './walk-commit.ts'

/** An issue that nobody spoke of for longer is no longer judged, so it comes back calm. */
const JUDGED = `interval '7 days'`
const RESTORE = `update issues set merged_into = null, retired_at = case when $3 then null else retired_at end,
    level = case when last_at < $4::timestamptz - ${JUDGED} then 'calm' else level end,
    risen_at = case when last_at < $4::timestamptz - ${JUDGED} then null else risen_at end
  where municipality_id = $1 and id = $2`
/** What had gone into the issue before points at it again. */
const POINT_BACK = `with recursive inside as (
    select other from regroupings where municipality_id = $1 and kept = $2 and type = 'merge' and undone_at is null
    union select r.other from regroupings r join inside i on r.kept = i.other where r.municipality_id = $1 and r.type = 'merge' and r.undone_at is null
  ) update issues set merged_into = $2 where municipality_id = $1 and id in (select other from inside)`

type Undone = typeof regroupings.$inferSelect

/** The swallowed issue comes back with the messages, alerts, planned items and handovers that it had, as far as they are still in the other. */
export async function undoMerge(
  tx: Transaction,
  municipalityId: number,
  { kept, other, by, wasOpen, ...parts }: Undone,
  effect: MovedEffect,
): Promise<StreamEvent[]> {
  const { now, moved } = effect
  const messageIds = moved.map(({ messageId }) => messageId)
  await moveMessages(tx, municipalityId, moved)
  await tx.write({ text: RESTORE, values: [municipalityId, other, wasOpen, now] })
  await tx.write({ text: POINT_BACK, values: [municipalityId, other] })
  const { changed } = await regroupIssues(tx, municipalityId, { ...effect, affected: [kept, other] })
  saveStates(tx, municipalityId, effect.states, effect.retired, now)
  const titleOf = (id: string) => changed.find((row) => row.id === id)?.title ?? id
  const entry = { at: now, type: 'split' as const, by }
  logIssues(tx, municipalityId, [
    { ...entry, issueId: kept, text: `Samenvoegen ongedaan gemaakt: ‘${titleOf(other)}’ is weer een eigen issue` },
    { ...entry, issueId: other, text: `Weer een eigen issue: het samenvoegen met ‘${titleOf(kept)}’ is ongedaan gemaakt` },
  ])
  const alertEvents = await returnAlerts(tx, municipalityId, parts.alerts, kept, other)
  const itemEvents = await moveContentItems(tx, municipalityId, [kept], other, parts.items)
  const handoverEvents = [
    ...(await moveHandovers(tx, municipalityId, [kept], other, now, parts.handovers)),
    ...(await followMessages(tx, municipalityId, moved, now)),
  ]
  const rows = [...(await loadMessages(tx, municipalityId, messageIds)).values()]
  return [
    ...changed.map((row): StreamEvent => (row.id === other ? { type: 'issue.opened', data: toIssue(row) } : changedEvent(row))),
    ...rows.map(updatedEvent),
    ...alertEvents,
    ...itemEvents,
    ...handoverEvents,
  ]
}

/** Alerts that came along go back; one that the merge closed stays closed. */
async function returnAlerts(
  tx: Transaction,
  municipalityId: number,
  ids: readonly string[],
  from: string,
  to: string,
): Promise<StreamEvent[]> {
  if (ids.length === 0) return []
  const rows = await tx.orm
    .update(alerts)
    .set({ issueId: to })
    .where(and(eq(alerts.municipalityId, municipalityId), inArray(alerts.id, [...ids]), eq(alerts.issueId, from)))
    .returning()
  return rows.map((row): StreamEvent => ({ type: 'alert.changed', data: toAlert(row) }))
}
