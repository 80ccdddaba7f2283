import type { Source, SourceState } from '@rumoer/contracts'
import { eq, sql } from 'drizzle-orm'
import type { Orm } from './database.ts'
import { connections, sources } from './schema/index.ts'
import { sourceState } from './source-state.ts'

const DAY_MS = 86_400_000
const KNOWN_DAYS = 28
/** A normal is told after so many days. */
const FIRST_DAYS = 7

/** New messages of the last 24 hours, and of the 28 times 24 hours before: all of them, and those of the busiest. */
const RATES = (municipalityId: number, now: Date) => sql`
  select source_id as id, coalesce(sum(n) filter (where ago = 0), 0)::int as "lastDay", coalesce(sum(n) filter (where ago > 0), 0)::int as earlier,
    coalesce(max(n) filter (where ago > 0), 0)::int as busiest
  from (
    select h.source_id, floor(extract(epoch from ${now.toISOString()}::timestamptz - h.hour_at) / 86400)::int as ago, sum(h.messages)::int as n
    from source_hours h join sources s on s.id = h.source_id
    where s.municipality_id = ${municipalityId} and h.hour_at > ${now.toISOString()}::timestamptz - interval '29 days' and h.hour_at <= ${now.toISOString()}::timestamptz
    group by 1, 2
  ) d group by 1`
type Rate = { id: string; lastDay: number; earlier: number; busiest: number }

/** All sources of a municipality by name, with how they are doing. */
export async function readSources(orm: Orm, municipalityId: number, now: Date): Promise<Source[]> {
  const rows = await orm
    .select({ source: sources, connection: connections })
    .from(sources)
    .leftJoin(connections, eq(connections.sourceId, sources.id))
    .where(eq(sources.municipalityId, municipalityId))
    .orderBy(sql`${sources.name} collate "und-x-icu"`)
  const rates = new Map(((await orm.execute(RATES(municipalityId, now))).rows as Rate[]).map((rate) => [rate.id, rate]))
  const today = amsterdamDay(now)
  return rows.map(({ source, connection }): Source => {
    const rate = rateOf(rates.get(source.id), source.createdAt, now)
    const endsOn = source.purpose?.endsOn ?? null
    const caughtUpAt = connection?.caughtUpAt ?? null
    const state: SourceState = sourceState(
      { ...source, endsOn, today, fetches: connection !== null, caughtUpAt, normalDay: rate.normalDay },
      now,
    )
    return {
      id: source.id,
      name: source.name,
      kind: source.kind as Source['kind'],
      channel: source.channel,
      state,
      lastSuccessAt: source.lastSuccessAt?.toISOString() ?? null,
      lastMessageAt: source.lastMessageAt?.toISOString() ?? null,
      lastError: source.lastError,
      messages: source.messages,
      createdAt: source.createdAt.toISOString(),
      retentionDays: source.retentionDays,
      pausedAt: source.pausedAt?.toISOString() ?? null,
      endsOn,
      rate,
      fetching: connection && {
        lagSeconds: caughtUpAt && Math.max(0, Math.round((now.getTime() - caughtUpAt.getTime()) / 1000)),
        rejected: connection.rejected,
        backfill: connection.backfill && withoutCursor(connection.backfill),
      },
    }
  })
}

const withoutCursor = ({ from, to, status, share, messages, error }: NonNullable<NonNullable<Source['fetching']>['backfill']>) => ({
  from,
  to,
  status,
  share,
  messages,
  error,
})

/** The busiest day is left out of the normal, so that one import or back-fill does not make every later day look quiet. */
function rateOf(rate: Rate | undefined, createdAt: Date, now: Date): Source['rate'] {
  const days = Math.min(KNOWN_DAYS, Math.floor((now.getTime() - createdAt.getTime()) / DAY_MS))
  const { lastDay = 0, earlier = 0, busiest = 0 } = rate ?? {}
  return { lastDay, normalDay: days < FIRST_DAYS ? null : Math.round(((earlier - busiest) / (days - 1)) * 10) / 10 }
}

const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', year: 'numeric', month: '2-digit', day: '2-digit' })
/** The calendar day in Amsterdam, such as `2026-11-27`. */
export const amsterdamDay = (at: Date): string => DAY.format(at)
