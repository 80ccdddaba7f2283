import { ISSUE_STATUSES, type Issue, LEVELS, SENTIMENTS } from '@rumoer/contracts'

/** The issue filters that live in the address, named as the API names them. */
export type IssueFilter = {
  q?: string
  area?: string
  category?: string
  channel?: string
  sentiment?: string
  level?: string
  status?: string
  assignee?: string
}

export const oneOf = (value: unknown, allowed: readonly string[]): string | undefined =>
  typeof value === 'string' && allowed.includes(value) ? value : undefined
export const matching = (value: unknown, shape: RegExp): string | undefined =>
  typeof value === 'string' && shape.test(value) ? value : undefined

const AREA = /^(GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4})$/
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
export const areaParam = (value: unknown) => matching(value, AREA)
export const uuidParam = (value: unknown) => matching(value, UUID)
export const slugParam = (value: unknown) => matching(value, /^[a-z0-9][a-z0-9-]{0,99}$/)
export const textParam = (value: unknown) => matching(value, /^.{1,200}$/s)

/** Keeps what is a filter and drops everything else. */
export function parseIssueFilter(search: Record<string, unknown>): IssueFilter {
  return dropEmpty({
    q: textParam(search.q),
    area: areaParam(search.area),
    category: slugParam(search.category),
    channel: slugParam(search.channel),
    sentiment: oneOf(search.sentiment, SENTIMENTS),
    level: oneOf(search.level, LEVELS),
    status: oneOf(search.status, ISSUE_STATUSES),
    assignee: search.assignee === 'none' ? 'none' : uuidParam(search.assignee),
  })
}

export function dropEmpty<Shape extends Record<string, unknown>>(value: Shape): Shape {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Shape
}

/** Whether an issue belongs in a filtered list; `ask` when only the server can tell. */
export function belongs(issue: Issue, filter: IssueFilter): boolean | 'ask' {
  if (filter.area && !issue.areaCodes.includes(filter.area)) return false
  if (filter.category && issue.category.main !== filter.category && issue.category.sub !== filter.category) return false
  if (filter.level && issue.level !== filter.level) return false
  if (filter.status && issue.status !== filter.status) return false
  if (filter.channel && !issue.channels.includes(filter.channel)) return false
  if (filter.assignee === 'none' && issue.assignee) return false
  if (filter.assignee && filter.assignee !== 'none' && issue.assignee?.id !== filter.assignee) return false
  return filter.q || filter.sentiment ? 'ask' : true
}
