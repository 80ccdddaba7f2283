import { randomUUID } from 'node:crypto'
import type { Signal, WatchedSignal } from '@rumoer/contracts'
import { and, desc, eq, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { readCursor, writeCursor } from './cursor.ts'
import type { Database } from './database.ts'
import { readSeq } from './read-seq.ts'
import { signals } from './schema/index.ts'
import type { SignalQuestions } from './signal-questions.ts'
import { watchCounts } from './watch-counts.ts'

type SignalRow = typeof signals.$inferSelect

export function signalQuestions(database: Database): SignalQuestions {
  const { orm } = database
  return {
    ...watchCounts(database),
    open: (municipalityId) =>
      orm
        .select()
        .from(signals)
        .where(and(eq(signals.municipalityId, municipalityId), isNull(signals.closedAt)))
        .orderBy(signals.openedAt, signals.id),
    async change({ municipalityId }, { opened, seen, closed, now }) {
      if (opened.length + seen.length + closed.length === 0) return
      await database.transact(async (tx) => {
        const mine = (ids: readonly string[]) => and(eq(signals.municipalityId, municipalityId), inArray(signals.id, [...ids]))
        if (opened.length > 0) {
          const rows = opened.map(({ key, signal, places }) => ({
            id: randomUUID(),
            municipalityId,
            kind: signal.kind,
            key,
            signal,
            places: [...places],
            openedAt: now,
            seenAt: now,
          }))
          await tx.orm.insert(signals).values(rows).onConflictDoNothing()
        }
        const same = seen.filter(({ signal }) => signal === undefined).map(({ id }) => id)
        if (same.length > 0) await tx.orm.update(signals).set({ seenAt: now }).where(mine(same))
        for (const { id, signal } of seen)
          if (signal)
            await tx.orm
              .update(signals)
              .set({ seenAt: now, signal })
              .where(mine([id]))
        if (closed.length > 0) await tx.orm.update(signals).set({ closedAt: now }).where(mine(closed))
      })
    },
    list: (municipalityId, { kind, open, limit, cursor }) =>
      database.snapshot(async (tx) => {
        const after = readCursor(cursor)
        const rows = await tx.orm
          .select()
          .from(signals)
          .where(and(eq(signals.municipalityId, municipalityId), ...filtersOf(kind, open), after ? olderThan(after) : undefined))
          .orderBy(desc(signals.openedAt), desc(signals.id))
          .limit(limit + 1)
        const page = rows.slice(0, limit)
        const last = page.at(-1)
        return {
          items: page.map(toWatched),
          next: rows.length > limit && last ? writeCursor({ order: last.openedAt.getTime(), id: last.id }) : null,
          seq: await readSeq(tx, municipalityId),
        }
      }),
  }
}

const filtersOf = (kind: Signal['kind'] | undefined, open: boolean | undefined): (SQL | undefined)[] => [
  kind && eq(signals.kind, kind),
  open === undefined ? undefined : open ? isNull(signals.closedAt) : sql`${signals.closedAt} is not null`,
]

function olderThan({ order, id }: { order: number; id: string }): SQL | undefined {
  const at = new Date(order)
  return or(lt(signals.openedAt, at), and(eq(signals.openedAt, at), lt(signals.id, id)))
}

const toWatched = ({ id, signal, places, openedAt, closedAt }: SignalRow): WatchedSignal => ({
  ...signal,
  id,
  places,
  openedAt: openedAt.toISOString(),
  closedAt: closedAt?.toISOString() ?? null,
})
