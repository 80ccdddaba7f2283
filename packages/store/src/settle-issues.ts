import type { IssueStatus } from '@rumoer/contracts'
import { closeAlertsOf } from './alerts.ts'
import { appendEvents } from './append-events.ts'
import type { Database } from './database.ts'
import { logIssues } from './issue-log.ts'
import { loadIssues, saveIssues } from './issue-rows.ts'
import { changedEvent } from './recount-issues.ts'
import type { Ownership } from './store.ts'

/** An issue that also holds other messages than meldingen is left open for a day after the last of them. */
const QUIET_HOURS = 24

const DONE = `select i.id from issues i
  where i.municipality_id = $1 and i.merged_into is null and i.status in ('open', 'acknowledged', 'regressed') and i.level = 'calm' and i.open_meldingen = 0
    and exists (select 1 from messages m where m.issue_id = i.id and m.kind = 'melding')
    and (i.last_at < $2::timestamptz - interval '${QUIET_HOURS} hours' or not exists (select 1 from messages m where m.issue_id = i.id and m.kind <> 'melding'))
  limit 1000`
/** The machine resolves late: what it resolved was done when the last of its meldingen was closed. */
const RESOLVED_AT = `(select case when l.by is null then least(l.at, (select max(c.closed_at) from messages c where c.issue_id = i.id)) else l.at end
  from issue_log l where l.issue_id = i.id and l.type = 'status' order by l.at desc, l.id desc limit 1)`
const BACK = `select i.id from issues i
  where i.municipality_id = $1 and i.merged_into is null and i.status = 'resolved'
    and exists (select 1 from messages m where m.issue_id = i.id and m.closed_at is null and m.created_at > ${RESOLVED_AT})
  limit 1000`

/**
 * The life cycle that needs no person: an issue whose meldingen are all closed is resolved, and a resolved one about which
 * something is written after that has come back: a message from before that only arrives later has not.
 * Answers how many changed.
 */
export async function settleIssues(database: Database, { municipalityId, epoch }: Ownership, now: Date): Promise<number> {
  const changed = await database.transact(async (tx) => {
    const done = await tx.rows<{ id: string }>({ name: 'issues-done', text: DONE, values: [municipalityId, now] })
    const back = await tx.rows<{ id: string }>({ name: 'issues-back', text: BACK, values: [municipalityId] })
    if (done.length + back.length === 0) return 0
    const rows = await loadIssues(
      tx,
      municipalityId,
      [...done, ...back].map(({ id }) => id),
    )
    const settled = [...rows.values()]
    const isDone = new Set(done.map(({ id }) => id))
    for (const row of settled) row.status = isDone.has(row.id) ? 'resolved' : 'regressed'
    await saveIssues(tx, settled)
    const entry = (status: IssueStatus) =>
      status === 'resolved' ? 'Opgelost: alle meldingen zijn afgehandeld' : 'Teruggekomen: er is een nieuw bericht'
    logIssues(
      tx,
      municipalityId,
      settled.map((row) => ({ issueId: row.id, at: now, type: 'status', by: null, text: entry(row.status) })),
    )
    const closed = await closeAlertsOf(tx, municipalityId, [...isDone], { by: null, now, noise: false })
    await appendEvents(tx, municipalityId, [...settled.map(changedEvent), ...closed], { now, epoch })
    return settled.length
  })
  if (changed > 0) database.hints.send(municipalityId)
  return changed
}
