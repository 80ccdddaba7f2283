import { and, eq, isNull } from 'drizzle-orm'
import { plainArray } from './array-literal.ts'
import type { Transaction } from './database.ts'
import { issues, regroupings } from './schema/index.ts'
import type { MovedEffect, Regrouping } from './store.ts'

type Row = typeof regroupings.$inferSelect
type Parts = { issueId: string; messages: string[]; alerts: string[]; items: string[]; handovers: string[] }

/** What stands with each issue, before it goes elsewhere. */
const PARTS = `select i.id as "issueId",
    array(select m.id from messages m where m.municipality_id = $1 and m.issue_id = i.id) as messages,
    array(select a.id from alerts a where a.municipality_id = $1 and a.issue_id = i.id) as alerts,
    array(select c.id from content_items c where c.municipality_id = $1 and c.issue_id = i.id) as items,
    array(select h.id from handovers h where h.municipality_id = $1 and h.issue_id = i.id) as handovers
  from issues i where i.municipality_id = $1 and i.id = any($2::uuid[])`

/** Remembers merges that are about to be made; answers the number of each by the issue that is swallowed. */
export async function noteMerges(
  tx: Transaction,
  municipalityId: number,
  { mergedInto, retired, now }: MovedEffect,
  by: string | null,
): Promise<Map<string, number>> {
  const parts = await tx.rows<Parts>({ text: PARTS, values: [municipalityId, plainArray(mergedInto.map(({ id }) => id))] })
  const found = new Map(parts.map(({ issueId, ...one }) => [issueId, one]))
  const rows = mergedInto.flatMap(({ id, into, wereApart }) => {
    const part = found.get(id)
    return part
      ? [{ municipalityId, type: 'merge' as const, kept: into, other: id, at: now, by, ...part, wasOpen: retired.includes(id), wereApart }]
      : []
  })
  if (rows.length === 0) return new Map()
  const added = await tx.orm.insert(regroupings).values(rows).returning({ id: regroupings.id, other: regroupings.other })
  return new Map(added.map(({ id, other }) => [other, id]))
}

/** Remembers a split or a move; answers its number. */
export async function noteSplit(
  tx: Transaction,
  municipalityId: number,
  { type, from, to, by }: { type: 'split' | 'move'; from: string; to: string; by: string | null },
  { moved, now, wereApart = false }: MovedEffect,
): Promise<number> {
  const nothing = { alerts: [], items: [], handovers: [], wasOpen: true }
  const messages = moved.map(({ messageId }) => messageId)
  const [added] = await tx.orm
    .insert(regroupings)
    .values({ municipalityId, type, kept: from, other: to, at: now, by, messages, wereApart, ...nothing })
    .returning({ id: regroupings.id })
  return added!.id
}

/** Answers what is undone; null when it was undone already. */
export async function markUndone(
  tx: Transaction,
  municipalityId: number,
  id: number,
  { by, at }: { by: string | null; at: Date },
): Promise<Row | null> {
  const [row] = await tx.orm
    .update(regroupings)
    .set({ undoneAt: at, undoneBy: by })
    .where(and(eq(regroupings.municipalityId, municipalityId), eq(regroupings.id, id), isNull(regroupings.undoneAt)))
    .returning()
  return row ?? null
}

/** See `WalkQuestions.regrouping`: only the last thing that was done to both issues can be undone. */
export async function readRegrouping({ orm }: Transaction, municipalityId: number, id: number): Promise<Regrouping | null> {
  const [row] = await orm
    .select()
    .from(regroupings)
    .where(and(eq(regroupings.municipalityId, municipalityId), eq(regroupings.id, id)))
  if (!row) return null
  const wentInto = async (issueId: string) => {
    const [found] = await orm.select({ into: issues.mergedInto }).from(issues).where(eq(issues.id, issueId))
    return found?.into ?? null
  }
  const { type, kept, other, by, messages, wasOpen, wereApart } = row
  const isLast = (await wentInto(kept)) === null && (await wentInto(other)) === (type === 'merge' ? kept : null)
  const refusal = row.undoneAt ? 'expected one that was not undone' : isLast ? null : 'expected that what was done after it is undone first'
  return { id, type, kept, other, by, messages, wasOpen, wereApart, refusal: refusal && `regrouping: ${id}, ${refusal}` }
}
