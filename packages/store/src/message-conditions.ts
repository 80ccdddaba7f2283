import type { MessageQuery } from '@rumoer/contracts'
import { eq, gte, like, lt, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { messages } from './schema/index.ts'

export type MessageFilter = Partial<
  Pick<MessageQuery, 'q' | 'area' | 'category' | 'channel' | 'kind' | 'sentiment' | 'facet' | 'role' | 'from' | 'to' | 'issue'>
>

/** Names in a list of the reading as people see it: a person's correction where there is one. */
const seenIn = (list: 'facets' | 'roles', name: 'facet' | 'role') =>
  sql`coalesce(${messages.correction} -> ${sql.raw(`'${list}'`)}, jsonb_path_query_array(${messages.reading}, ${sql.raw(`'$.${list}[*].${name}'`)}))`
export const FACETS_SEEN = seenIn('facets', 'facet')
export const ROLES_SEEN = seenIn('roles', 'role')

/** An area holds every code that begins with its digits: `GM0106` holds `WK010600`, which holds `BU01060000`. */
export const isWithin = (column: PgColumn, area: string): SQL => like(sql`substr(${column}, 3)`, `${area.slice(2)}%`)

/** Which messages a query means; the report counts by the very same conditions. */
export function messageConditions(
  municipalityId: number,
  { q, area, category, channel, kind, sentiment, facet, role, from, to, issue }: MessageFilter,
): SQL[] {
  const conditions: (SQL | undefined)[] = [
    eq(messages.municipalityId, municipalityId),
    q?.trim() ? sql`${messages.search} @@ websearch_to_tsquery('dutch', ${q})` : undefined,
    area === undefined ? undefined : isWithin(messages.areaCode, area),
    category === undefined ? undefined : or(eq(messages.categoryMain, category), eq(messages.categorySub, category)),
    channel === undefined ? undefined : eq(messages.channel, channel),
    kind === undefined ? undefined : eq(messages.kind, kind),
    sentiment === undefined ? undefined : eq(messages.mood, sentiment),
    facet === undefined ? undefined : sql`${FACETS_SEEN} ? ${facet}`,
    role === undefined ? undefined : sql`${ROLES_SEEN} ? ${role}`,
    from === undefined ? undefined : gte(messages.createdAt, new Date(from)),
    to === undefined ? undefined : lt(messages.createdAt, new Date(to)),
    issue === undefined ? undefined : eq(messages.issueId, issue),
  ]
  return conditions.filter((condition) => condition !== undefined)
}
