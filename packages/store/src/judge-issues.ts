import type { Level } from '@rumoer/contracts'
import { followCalm } from './alerts.ts'
import { appendEvents } from './append-events.ts'
import type { Database } from './database.ts'
import { type LogEntry, logIssues } from './issue-log.ts'
import { type IssueRow, loadIssues, saveIssues } from './issue-rows.ts'
import { changedEvent } from './recount-issues.ts'
import type { IssueJudgement, Ownership } from './store.ts'

const LEVEL_WORDS: Readonly<Record<Level, string>> = { calm: 'Rustig', attention: 'Let op', urgent: 'Urgent', crisis: 'Crisis' }

/** Writes what the sweep decided, only where it differs: see `IssueQuestions.judge`. */
export async function judgeIssues(
  database: Database,
  { municipalityId, epoch }: Ownership,
  judgements: readonly IssueJudgement[],
): Promise<void> {
  if (judgements.length === 0) return
  const events = await database.transact(async (tx) => {
    const rows = await loadIssues(
      tx,
      municipalityId,
      judgements.map((one) => one.issueId),
    )
    const entries: LogEntry[] = []
    const changed: IssueRow[] = []
    const calmed: string[] = []
    for (const judgement of judgements) {
      const row = rows.get(judgement.issueId)
      if (!row || row.mergedInto !== null || !differs(row, judgement)) continue
      if (row.risenAt !== null && judgement.risenAt === null) calmed.push(row.id)
      entries.push(...applyJudgement(row, judgement))
      changed.push(row)
    }
    if (changed.length === 0) return 0
    saveIssues(tx, changed)
    logIssues(tx, municipalityId, entries)
    await followCalm(tx, municipalityId, calmed, judgements[0]!.now)
    await appendEvents(tx, municipalityId, changed.map(changedEvent), { now: judgements[0]!.now, epoch })
    return changed.length
  })
  if (events > 0) database.hints.send(municipalityId)
}

/** A line that only moved on by an hour without messages is no news. */
function differs(row: IssueRow, { level, heat, why, timesNormal, line, now, risenAt, belowSince, escalates }: IssueJudgement): boolean {
  const awake = (row.mutedUntil !== null && row.mutedUntil <= now) || (row.mutedEscalates && escalates)
  const sameLine = row.line.length === line.length && row.line.every((count, hour) => count === line[hour])
  const sameEpisode = isSame(row.risenAt, risenAt) && isSame(row.belowSince, belowSince)
  return (
    !sameEpisode || row.level !== level || row.heat !== heat || row.why !== why || row.timesNormal !== timesNormal || !sameLine || awake
  )
}

const isSame = (a: Date | null, b: Date | null): boolean => a?.getTime() === b?.getTime()

function applyJudgement(row: IssueRow, judgement: IssueJudgement): LogEntry[] {
  const { level, now } = judgement
  const entry = { issueId: row.id, at: now, by: null }
  const entries: LogEntry[] = []
  if (row.level !== level) {
    const why = judgement.why ? `: ${judgement.why}` : ''
    entries.push({ ...entry, type: 'level', text: `${LEVEL_WORDS[row.level]} → ${LEVEL_WORDS[level]}${why}` })
    row.levelSince = now
  }
  if ((row.mutedEscalates && judgement.escalates) || (row.mutedUntil !== null && row.mutedUntil <= now)) {
    entries.push({
      ...entry,
      type: 'muted',
      text: row.mutedEscalates ? 'Niet meer gedempt: het wordt erger' : 'Niet meer gedempt: de tijd is om',
    })
    Object.assign(row, { mutedUntil: null, mutedEscalates: false, muteReason: null, mutedVoices: null })
  }
  const { heat, why, timesNormal, line, lineEndsAt, risenAt, belowSince } = judgement
  Object.assign(row, { level, heat, why, timesNormal, line: [...line], lineEndsAt, risenAt, belowSince })
  return entries
}
