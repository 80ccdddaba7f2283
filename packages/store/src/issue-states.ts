import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { plainArray } from './array-literal.ts'
import type { Transaction } from './database.ts'
import { issueStates, issues } from './schema/index.ts'
import type { IssueState } from './store.ts'
import { unnestOf } from './unnest.ts'

const STATES = unnestOf(issueStates, ['issueId', 'state'], { first: 2 })
const SAVE = `insert into issue_states (municipality_id, opened_at, ${STATES.columns})
  select $1, i.opened_at, ${STATES.select} from ${STATES.from} join issues i on i.id = u.issue_id and i.municipality_id = $1
  on conflict (issue_id) do update set ${STATES.excluded(['state'])}`
const RETIRE = `with gone as (delete from issue_states where municipality_id = $1 and issue_id = any($2::uuid[]))
  update issues set retired_at = $3 where municipality_id = $1 and id = any($2::uuid[]) and retired_at is null`

/** Stores the clusterer's memory of issues, and forgets the retired ones. Comes after the issues themselves. */
export function saveStates(
  tx: Transaction,
  municipalityId: number,
  states: readonly IssueState[],
  retired: readonly string[],
  now: Date,
): void {
  if (states.length > 0) tx.send({ name: 'save-states', text: SAVE, values: [municipalityId, ...STATES.encode(states)] })
  if (retired.length > 0) tx.send({ name: 'retire-issues', text: RETIRE, values: [municipalityId, plainArray(retired), now] })
}

/** An issue that had cooled is open again when something that is open went into it. */
export async function reopenIssues(tx: Transaction, municipalityId: number, states: readonly IssueState[]): Promise<void> {
  const open = states.map(({ issueId }) => issueId)
  if (open.length === 0) return
  await tx.orm
    .update(issues)
    .set({ retiredAt: null })
    .where(and(eq(issues.municipalityId, municipalityId), inArray(issues.id, open), isNotNull(issues.retiredAt)))
}
