import type { OpenIssue } from './open-issue.ts'

/** The issues of the highest scores, the older first among equals; all of them as they stand when there are no more than `limit`. One pass, without sorting the rest. */
export function bestOf(issues: readonly OpenIssue[], limit: number, scoreOf: (issue: OpenIssue) => number): readonly OpenIssue[] {
  if (issues.length <= limit) return issues
  const best: OpenIssue[] = []
  const scores: number[] = []
  for (const issue of issues) {
    const score = scoreOf(issue)
    let at = best.length
    while (at > 0 && (scores[at - 1]! < score || (scores[at - 1] === score && best[at - 1]!.serial > issue.serial))) at -= 1
    if (at >= limit) continue
    best.splice(at, 0, issue)
    scores.splice(at, 0, score)
    if (best.length > limit) {
      best.pop()
      scores.pop()
    }
  }
  return best
}
