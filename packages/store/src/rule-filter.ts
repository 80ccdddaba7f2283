import type { RuleFilter } from '@rumoer/contracts'

/** What people see of a list in a reading: the person's correction where there is one. */
const labels = (list: 'roles' | 'facets', label: 'role' | 'facet') =>
  `coalesce(correction -> '${list}', jsonb_path_query_array(reading, '$.${list}[*].${label}'))`

/** Whether a row of `messages` is urgent. */
export const URGENT = `${labels('facets', 'facet')} ? 'urgent'`
export const RUMOUR = `${labels('facets', 'facet')} ? 'rumour'`
const wordsOf = (facet: string) => `jsonb_path_query_array(reading, '$.evidence[*] ? (@.label == "facet:${facet}").words[*]')`
/** Columns with the words that led to each facet: none where people do not see that facet. */
export const MENTION_COLUMNS = `case when ${URGENT} then ${wordsOf('urgent')} else '[]' end as "urgentWords",
  case when ${RUMOUR} then ${wordsOf('rumour')} else '[]' end as "rumourWords"`
export const IS_MENTION = `(${URGENT} or ${RUMOUR})`

/** The filter of a rule as conditions on rows of `messages`, each with `and` before it; the parameters are numbered from `first`. */
export function filterClause(filter: RuleFilter, first: number): { text: string; values: (readonly string[])[] } {
  const parts: [readonly string[], (parameter: string) => string][] = [
    [filter.areas, (given) => `exists (select 1 from unnest(${given}) a(code) where substr(area_code, 3) like substr(a.code, 3) || '%')`],
    [filter.categories, (given) => `category_main = any(${given})`],
    [filter.channels, (given) => `channel = any(${given})`],
    [filter.roles, (given) => `${labels('roles', 'role')} ?| ${given}`],
    [filter.facets, (given) => `${labels('facets', 'facet')} ?| ${given}`],
    [filter.sentiments, (given) => `mood = any(${given})`],
  ]
  const asked = parts.filter(([values]) => values.length > 0)
  return {
    text: asked.map(([, clause], at) => `and ${clause(`$${first + at}::text[]`)}`).join(' '),
    values: asked.map(([values]) => values),
  }
}
