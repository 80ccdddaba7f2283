import { areaChain, COUNTED_BY, type CountedBy, type MessageCounts } from '@rumoer/contracts'
import { and, desc, type SQL, sql } from 'drizzle-orm'
import type { Transaction } from './database.ts'
import { FACETS_SEEN, type MessageFilter, messageConditions, ROLES_SEEN } from './message-conditions.ts'
import { readSeq } from './read-seq.ts'
import { messages } from './schema/index.ts'

type Counted = { value: string; messages: number }
const COUNT = sql<number>`count(*)::int`

const COLUMNS: Readonly<Record<CountedBy, SQL<string>>> = {
  channel: sql`${messages.channel}`,
  kind: sql`${messages.kind}`,
  category: sql`${messages.categoryMain}`,
  area: sql`${messages.areaCode}`,
  sentiment: sql`${messages.mood}`,
  facet: sql`jsonb_array_elements_text(${FACETS_SEEN})`,
  role: sql`jsonb_array_elements_text(${ROLES_SEEN})`,
}

/** See `MessageQuestions.counts`. */
export async function countMessages(tx: Transaction, municipalityId: number, filter: MessageFilter): Promise<MessageCounts> {
  const by = {} as Record<CountedBy, Counted[]>
  for (const name of COUNTED_BY) {
    const { [name]: _own, ...others } = filter
    const counted = await countBy(tx, COLUMNS[name], messageConditions(municipalityId, others))
    by[name] = name === 'area' ? overLevels(counted) : counted
  }
  const [all] = await tx.orm
    .select({ total: COUNT })
    .from(messages)
    .where(and(...messageConditions(municipalityId, filter)))
  return { seq: await readSeq(tx, municipalityId), total: all!.total, ...by }
}

async function countBy({ orm }: Transaction, column: SQL<string>, conditions: SQL[]): Promise<Counted[]> {
  const inner = orm
    .select({ value: column.as('value') })
    .from(messages)
    .where(and(...conditions))
    .as('found')
  const value = sql<string>`${inner.value}`
  return orm.select({ value, messages: COUNT }).from(inner).where(sql`${value} is not null`).groupBy(value).orderBy(desc(COUNT), value)
}

/** Counts of smallest areas as counts of all that hold them: a wijk has its buurten's. */
function overLevels(counted: readonly Counted[]): Counted[] {
  const totals = new Map<string, number>()
  for (const { value, messages } of counted) for (const code of areaChain(value)) totals.set(code, (totals.get(code) ?? 0) + messages)
  return [...totals]
    .map(([value, messages]) => ({ value, messages }))
    .sort((a, b) => b.messages - a.messages || (a.value < b.value ? -1 : 1))
}
