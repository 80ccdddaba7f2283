import { type Issue, SENSITIVE_CATEGORIES } from '@rumoer/contracts'
import { isAtLeast, isAtWork } from '../../lib/issue-order.ts'

/** What may stand on the wall: at work, above calm, and never of a sensitive category. */
export const wallIssues = (issues: readonly Issue[], now: number): Issue[] =>
  issues.filter(
    (issue) => isAtWork(issue, now) && isAtLeast(issue.level, 'attention') && !SENSITIVE_CATEGORIES.includes(issue.category.main),
  )
