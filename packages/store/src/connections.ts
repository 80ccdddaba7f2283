import { and, eq, exists, gt, sql } from 'drizzle-orm'
import type { ClaimedSource, Connection, ConnectionQuestions } from './connection-questions.ts'
import type { Database } from './database.ts'
import { connections, sources } from './schema/index.ts'
import { amsterdamDay } from './source-rows.ts'
import { SOURCE_COLUMNS } from './sources.ts'

const CONNECTION_COLUMNS = {
  settings: connections.settings,
  sealedSecrets: connections.sealedSecrets,
  cursor: connections.cursor,
  backfill: connections.backfill,
  failures: connections.failures,
  nextAt: connections.nextAt,
  caughtUpAt: connections.caughtUpAt,
}

/** The longest waiting first; rows that another process is just taking are passed over. */
const CLAIM = `with due as (
    select c.source_id from connections c join sources s on s.id = c.source_id
    where c.next_at <= $1 and (c.lease_until is null or c.lease_until < clock_timestamp()) and s.kind = any($2::text[])
      and s.paused_at is null and coalesce(s.purpose->>'endsOn', '9999-12-31') >= $3
    order by c.next_at limit $4 for update of c skip locked
  )
  update connections c set lease_by = $5, lease_until = clock_timestamp() + make_interval(secs => $6) from due where c.source_id = due.source_id
  returning c.source_id as id`

const leaseUntil = (leaseMs: number) => sql`clock_timestamp() + make_interval(secs => ${leaseMs / 1000})`

/** See `ConnectionQuestions`. */
export function connectionQuestions({ orm, pool }: Database): ConnectionQuestions {
  const ofTenant = (municipalityId: number, sourceId: string) =>
    and(eq(connections.municipalityId, municipalityId), eq(connections.sourceId, sourceId))
  /** Ours still, and its source switched on. */
  const held = (by: string, sourceId: string, now: Date) =>
    and(
      eq(connections.sourceId, sourceId),
      eq(connections.leaseBy, by),
      gt(connections.leaseUntil, sql`clock_timestamp()`),
      exists(
        orm
          .select({ one: sql`1` })
          .from(sources)
          .where(
            and(
              eq(sources.id, sourceId),
              sql`${sources.pausedAt} is null`,
              sql`coalesce(${sources.purpose}->>'endsOn', '9999-12-31') >= ${amsterdamDay(now)}`,
            ),
          ),
      ),
    )
  return {
    async byId(municipalityId, sourceId) {
      const [found] = await orm.select(CONNECTION_COLUMNS).from(connections).where(ofTenant(municipalityId, sourceId))
      return (found as Connection | undefined) ?? null
    },
    async change(municipalityId, sourceId, { settings, sealedSecrets, backfill }, now) {
      const { rowCount } = await orm
        .update(connections)
        .set({
          ...(settings === undefined ? {} : { settings, cursor: null, caughtUpAt: null }),
          ...(sealedSecrets === undefined ? {} : { sealedSecrets }),
          ...(backfill === undefined ? {} : { backfill }),
          // Whoever is at it now works with what was: its lease is taken away.
          leaseBy: null,
          leaseUntil: null,
          failures: 0,
          nextAt: now,
        })
        .where(ofTenant(municipalityId, sourceId))
      return rowCount === 1
    },
    async claim(by, { kinds, limit, leaseMs }, now) {
      const values = [now, [...kinds], amsterdamDay(now), limit, by, leaseMs / 1000]
      const { rows } = await pool.query<{ id: string }>({ name: 'claim-sources', text: CLAIM, values })
      return Promise.all(
        rows.map(async ({ id }): Promise<ClaimedSource> => {
          const [found] = await orm
            .select({ source: SOURCE_COLUMNS, connection: CONNECTION_COLUMNS })
            .from(connections)
            .innerJoin(sources, eq(sources.id, connections.sourceId))
            .where(eq(connections.sourceId, id))
          return found as ClaimedSource
        }),
      )
    },
    async keep(by, sourceId, leaseMs, now) {
      const { rowCount } = await orm
        .update(connections)
        .set({ leaseUntil: leaseUntil(leaseMs) })
        .where(held(by, sourceId, now))
      return rowCount === 1
    },
    async advance(by, sourceId, { cursor, backfill, rejected, caughtUpAt }, leaseMs, now) {
      const { rowCount } = await orm
        .update(connections)
        .set({
          leaseUntil: leaseUntil(leaseMs),
          rejected,
          ...(cursor === undefined ? {} : { cursor }),
          ...(backfill === undefined ? {} : { backfill }),
          ...(caughtUpAt === undefined ? {} : { caughtUpAt }),
        })
        .where(held(by, sourceId, now))
      return rowCount === 1
    },
    async release(by, sourceId, { nextAt, failures }) {
      await orm
        .update(connections)
        .set({ leaseBy: null, leaseUntil: null, nextAt, failures })
        .where(and(eq(connections.sourceId, sourceId), eq(connections.leaseBy, by)))
    },
  }
}
