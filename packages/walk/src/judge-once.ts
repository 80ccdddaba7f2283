import type { Store } from '@rumoer/store'
import { alertOnSameAs } from './alert-on-same.ts'
import { type Judged, type JudgeInput, judgeIssue } from './judge-issue.ts'

/**
 * As `judgeIssue`, but one matter rings once: an issue without an open alert of its own that is about what people were alerted to lately is judged as
 * told of. Where it is graver than they heard, or another rule holds, it is told on the alert that is open.
 */
export async function judgeOnce(store: Store, municipalityId: number, input: JudgeInput): Promise<Judged> {
  const own = judgeIssue(input)
  if (!own.alert || (input.episode?.openBy ?? null) !== null) return own
  const same = await alertOnSameAs(store, municipalityId, input.stored, input.at)
  if (!same) return own
  const { alert, ...judged } = judgeIssue({ ...input, episode: same.episode })
  return { ...judged, alert: alert && { ...alert, issueId: same.issue.id, title: same.issue.title } }
}
