import { type Issue, SENSITIVE_CATEGORIES } from '@rumoer/contracts'
import { isAtLeast, isAtWork } from '../../lib/issue-order.ts'

/** What may stand on the wall: at work, above calm, and never of a sensitive category. */
export const wallIssues = (issues: readonly Issue[], now: number): Issue[] =>
  issues.filter(
    (issue) => isAtWork(issue, now) && isAtLeast(issue.level, 'attention') && !SENSITIVE_CATEGORIES.includes(issue.category.main),
  )

/** Messages per hour of all issues together over the last `hours`, oldest first. */
export function joinLines(issues: readonly Issue[], now: number, hours = 48): number[] {
  const lastHour = Math.floor(now / 3_600_000)
  const sum = Array.from({ length: hours }, () => 0)
  for (const issue of issues) {
    const end = Math.floor(Date.parse(issue.lineEndsAt) / 3_600_000)
    issue.line.forEach((count, at) => {
      const slot = hours - 1 - (lastHour - (end - (issue.line.length - 1 - at)))
      if (slot >= 0 && slot < hours) sum[slot] = (sum[slot] ?? 0) + count
    })
  }
  return sum
}
