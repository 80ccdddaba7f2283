import { areaOfMost } from '@rumoer/contracts'
import { plainArray } from './array-literal.ts'
import type { Database } from './database.ts'
import { filterClause, MENTION_COLUMNS, RUMOUR, URGENT } from './rule-filter.ts'
import type { PastIssue, PastMessage, RuleQuestions } from './store.ts'

type MessageRow = Omit<PastMessage, 'passes' | 'melding'> & { kind: string; closedAt: Date | null } & Record<`pass${number}`, boolean>
type IssueRow = Omit<PastIssue, 'areaCode'> & { areaCounts: Record<string, number>; messages: number }

const ISSUES = `select i.id, i.title, i.area_counts as "areaCounts", i.messages, i.category_main as category, i.first_at as "firstAt",
    i.status = 'dismissed' or exists (select 1 from alerts a where a.issue_id = i.id and a.noise) as "isNoise"
  from issues i where i.municipality_id = $1 and i.id = any($2::uuid[])`

/** See `RuleQuestions.history`. The filters are those that the sweep counts by. */
export function readHistory(
  database: Database,
  municipalityId: number,
  { from, to, filters, limit }: Parameters<RuleQuestions['history']>[1],
): Promise<{ messages: PastMessage[]; issues: PastIssue[] }> {
  return database.snapshot(async (tx) => {
    const values: unknown[] = [municipalityId, from, to, limit]
    const passes = filters.map((filter, at) => {
      const clause = filterClause(filter, values.length + 1)
      values.push(...clause.values)
      return `, (true ${clause.text}) as "pass${at}"`
    })
    const rows = await tx.rows<MessageRow>({
      text: `select issue_id as "issueId", created_at as at, channel, voice, counts_as_voice as "countsAsVoice", mood = 'negative' as negative,
          ${URGENT} as urgent, ${RUMOUR} as "isRumour", ${MENTION_COLUMNS}, kind, closed_at as "closedAt"${passes.join('')}
        from messages where municipality_id = $1 and created_at > $2 and created_at <= $3 order by created_at, id limit $4`,
      values,
    })
    const ids = plainArray([...new Set(rows.map((row) => row.issueId))])
    const issues = await tx.rows<IssueRow>({ name: 'past-issues', text: ISSUES, values: [municipalityId, ids] })
    return {
      messages: rows.map(({ kind, closedAt, ...row }) => ({
        ...row,
        melding: kind === 'melding' ? { closedAt } : null,
        passes: filters.map((_, at) => row[`pass${at}`] === true),
      })),
      issues: issues.map(({ areaCounts, messages, ...row }) => ({ ...row, areaCode: areaOfMost(areaCounts, messages) })),
    }
  })
}
