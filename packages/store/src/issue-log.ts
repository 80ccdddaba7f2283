import type { TimelineEntry } from '@rumoer/contracts'
import type { Transaction } from './database.ts'
import { issueLog } from './schema/index.ts'
import { unnestOf } from './unnest.ts'

export type LogEntry = { issueId: string; at: Date; type: TimelineEntry['type']; by: string | null; text: string; regrouping?: number }

const ENTRIES = unnestOf(issueLog, ['issueId', 'at', 'type', 'by', 'text', 'regrouping'], { first: 2 })
const LOG = `insert into issue_log (municipality_id, ${ENTRIES.columns}) select $1, ${ENTRIES.select} from ${ENTRIES.from}`

/** Writes on the timelines of issues. */
export function logIssues(tx: Transaction, municipalityId: number, entries: readonly LogEntry[]): void {
  if (entries.length > 0)
    tx.send({
      name: 'log-issues',
      text: LOG,
      values: [municipalityId, ...ENTRIES.encode(entries.map((entry) => ({ regrouping: null, ...entry })))],
    })
}
