import { randomUUID } from 'node:crypto'
import { type Alert, LEVELS, type Level, type StreamEvent } from '@rumoer/contracts'
import { and, asc, desc, eq, gt, inArray, isNull, ne, sql } from 'drizzle-orm'
import { followAlert, tellAlert } from './alert-outbox.ts'
import { appendEvents } from './append-events.ts'
import { plainArray } from './array-literal.ts'
import { readCursor, writeCursor } from './cursor.ts'
import type { Database, Transaction } from './database.ts'
import { logIssues } from './issue-log.ts'
import { readSeq } from './read-seq.ts'
import { alerts, messages } from './schema/index.ts'
import type { AlertEpisode, AlertInput, AlertQuestions, Ownership } from './store.ts'

type AlertRow = typeof alerts.$inferSelect
const EXAMPLES = 3
const EPISODES = `select a.issue_id as "issueId", a.level, a.raised_at as "raisedAt", a.told_by as "toldBy", a.status <> 'closed' as "isOpen",
    a.status <> 'closed' or coalesce(a.raised_at >= i.risen_at, false) as "isPresent"
  from alerts a join issues i on i.id = a.issue_id where a.municipality_id = $1 and a.issue_id = any($2::uuid[]) order by a.number`
type EpisodeRow = { issueId: string; level: Level; raisedAt: Date; toldBy: string[]; isOpen: boolean; isPresent: boolean }

export function alertQuestions(database: Database): AlertQuestions {
  const { orm } = database
  const one = async (municipalityId: number, id: string): Promise<AlertRow | null> => {
    const [row] = await orm.select().from(alerts).where(isThe(municipalityId, id))
    return row ?? null
  }
  return {
    list: (municipalityId, { status, issue, limit, cursor }) =>
      database.snapshot(async (tx) => {
        const after = readCursor(cursor)
        const rows = await tx.orm
          .select()
          .from(alerts)
          .where(
            and(
              eq(alerts.municipalityId, municipalityId),
              status && eq(alerts.status, status),
              issue === undefined ? undefined : eq(alerts.issueId, issue),
              after ? gt(alerts.number, after.order) : undefined,
            ),
          )
          .orderBy(asc(alerts.number))
          .limit(limit + 1)
        const page = rows.slice(0, limit)
        const last = page[page.length - 1]
        return {
          items: page.map(toAlert),
          next: rows.length > limit && last ? writeCursor({ order: last.number, id: last.id }) : null,
          seq: await readSeq(tx, municipalityId),
        }
      }),
    async byId(municipalityId, id) {
      const row = await one(municipalityId, id)
      return row && toAlert(row)
    },
    async reasons(municipalityId, id) {
      const row = await one(municipalityId, id)
      return row && { alert: row.id, rule: row.rule, ruleId: row.ruleId, ruleVersion: row.ruleVersion, conditions: row.conditions }
    },
    raise: (ownership, input) => raise(database, ownership, input),
    async change(municipalityId, id, { status, noise, by, now }) {
      const changed = await database.transact(async (tx) => {
        const [row] = await tx.orm.select().from(alerts).where(isThe(municipalityId, id)).for('update')
        if (!row) return null
        if (row.status === status && (noise === undefined || noise === row.noise)) return { alert: toAlert(row), isNew: false }
        const seen = row.acknowledgedAt ? {} : { acknowledgedAt: now, acknowledgedBy: by }
        const ended = { closedAt: status === 'closed' ? now : null }
        const fields = { status, ...seen, ...ended, ...(noise === undefined ? {} : { noise }) }
        const [updated] = await tx.orm.update(alerts).set(fields).where(isThe(municipalityId, id)).returning()
        const alert = toAlert(updated!)
        logAlert(tx, updated!, status === 'closed' ? 'Attendering gesloten' : 'Attendering gezien', by, now)
        await followAlert(tx, id, status === 'closed' ? 'closed' : 'updated', now)
        await appendEvents(tx, municipalityId, [{ type: 'alert.changed', data: alert }], { now })
        return { alert, isNew: true }
      })
      if (changed?.isNew) database.hints.send(municipalityId)
      return changed?.alert ?? null
    },
    async episodes(municipalityId, issueIds) {
      const rows = await database.snapshot((tx) =>
        tx.rows<EpisodeRow>({ name: 'alert-episodes', text: EPISODES, values: [municipalityId, plainArray(issueIds)] }),
      )
      return episodesOf(rows)
    },
    async open(municipalityId) {
      const rows = await orm
        .select()
        .from(alerts)
        .where(and(eq(alerts.municipalityId, municipalityId), ne(alerts.status, 'closed')))
        .orderBy(asc(alerts.number))
      return rows.map(toAlert)
    },
  }
}

const isThe = (municipalityId: number, id: string) => and(eq(alerts.municipalityId, municipalityId), eq(alerts.id, id))

/** One open alert per issue: a graver signal raises the open one, and asks for attention again; a lesser one changes nothing. */
async function raise(
  database: Database,
  { municipalityId, epoch }: Ownership,
  input: AlertInput,
): Promise<{ alert: Alert; isNew: boolean }> {
  const { result, changed } = await database.transact(async (tx) => {
    const open = input.issueId === null ? null : await openAlertOf(tx, municipalityId, input.issueId)
    const toldBy = [...new Set([...(open?.toldBy ?? []), ...input.toldBy])]
    if (open && LEVELS.indexOf(input.level) <= rank(open)) {
      if (toldBy.length > open.toldBy.length) {
        await tx.orm.update(alerts).set({ toldBy }).where(isThe(municipalityId, open.id))
        await tellAlert(tx, open, input.receivers, input.now)
      }
      return { result: { alert: toAlert(open), isNew: false }, changed: false }
    }
    const { now, conditions, receivers, ...fields } = input
    const values = {
      ...fields,
      toldBy,
      conditions: [...conditions],
      examples: await examplesOf(tx, municipalityId, input.issueId),
      status: 'open' as const,
    }
    const [row] = open
      ? await tx.orm
          .update(alerts)
          .set({ ...values, acknowledgedAt: null, acknowledgedBy: null })
          .where(isThe(municipalityId, open.id))
          .returning()
      : await tx.orm
          .insert(alerts)
          .values({ ...values, id: randomUUID(), municipalityId, raisedAt: now })
          .returning()
    const alert = toAlert(row!)
    logAlert(tx, row!, `Attendering: ${input.sentence}`, null, now)
    if (open) await followAlert(tx, open.id, 'updated', now)
    await tellAlert(tx, row!, receivers, now)
    const event: StreamEvent = { type: open ? 'alert.changed' : 'alert.raised', data: alert }
    await appendEvents(tx, municipalityId, [event], { now, epoch })
    return { result: { alert, isNew: !open }, changed: true }
  })
  if (changed) database.hints.send(municipalityId)
  return result
}

async function openAlertOf({ orm }: Transaction, municipalityId: number, issueId: string): Promise<AlertRow | null> {
  const isOpen = and(eq(alerts.municipalityId, municipalityId), eq(alerts.issueId, issueId), ne(alerts.status, 'closed'))
  const [row] = await orm.select().from(alerts).where(isOpen).for('update')
  return row ?? null
}

/** The newest messages of the issue; their texts are masked already, and what the law protects most is not among them. */
async function examplesOf({ orm }: Transaction, municipalityId: number, issueId: string | null): Promise<string[]> {
  if (issueId === null) return []
  const rows = await orm
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.municipalityId, municipalityId),
        eq(messages.issueId, issueId),
        isNull(messages.erasedAt),
        sql`${messages.reading} -> 'special' is null`,
      ),
    )
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(EXAMPLES)
  return rows.map(({ id }) => id)
}

/** Rows come in the order of raising. */
function episodesOf(rows: readonly EpisodeRow[]): Map<string, AlertEpisode> {
  const episodes = new Map<string, AlertEpisode>()
  for (const { issueId, level, raisedAt, toldBy, isOpen, isPresent } of rows) {
    const known = episodes.get(issueId) ?? { told: 'calm', openBy: null, last: null }
    episodes.set(issueId, {
      told: isPresent && LEVELS.indexOf(level) > LEVELS.indexOf(known.told) ? level : known.told,
      openBy: isOpen ? toldBy : known.openBy,
      last: { at: raisedAt, level },
    })
  }
  return episodes
}

function logAlert(tx: Transaction, { municipalityId, issueId }: AlertRow, text: string, by: string | null, at: Date): void {
  if (issueId !== null) logIssues(tx, municipalityId, [{ issueId, at, type: 'alert', by, text }])
}

/** Alerts of swallowed issues go along; where that would give two open ones, the gravest stays open. */
export async function moveAlerts(
  tx: Transaction,
  municipalityId: number,
  from: readonly string[],
  into: string,
  now: Date,
): Promise<StreamEvent[]> {
  const all = await tx.orm
    .select()
    .from(alerts)
    .where(and(eq(alerts.municipalityId, municipalityId), inArray(alerts.issueId, [...from, into])))
    .orderBy(asc(alerts.number))
    .for('update')
  const open = all.filter((row) => row.status !== 'closed').sort((a, b) => rank(b) - rank(a) || a.number - b.number)
  const [kept, ...others] = open
  const events: StreamEvent[] = []
  for (const row of [
    ...others,
    ...all.filter((one) => one.status === 'closed' && one.issueId !== into),
    ...(kept && kept.issueId !== into ? [kept] : []),
  ]) {
    const closing = others.includes(row) ? { status: 'closed', closedAt: now } : {}
    if (others.includes(row)) await followAlert(tx, row.id, 'closed', now)
    const [updated] = await tx.orm
      .update(alerts)
      .set({ issueId: into, ...closing })
      .where(isThe(municipalityId, row.id))
      .returning()
    events.push({ type: 'alert.changed', data: toAlert(updated!) })
  }
  return events
}

/** Alerts of issues that are done are done: taken up by whoever said so, or by nobody. `noise` says that it was no issue. */
export async function closeAlertsOf(
  tx: Transaction,
  municipalityId: number,
  issueIds: readonly string[],
  { by, now, noise }: { by: string | null; now: Date; noise: boolean },
): Promise<StreamEvent[]> {
  const open = await tx.orm
    .select()
    .from(alerts)
    .where(and(eq(alerts.municipalityId, municipalityId), inArray(alerts.issueId, [...issueIds]), ne(alerts.status, 'closed')))
    .orderBy(asc(alerts.number))
    .for('update')
  const events: StreamEvent[] = []
  for (const row of open) {
    const seen = row.acknowledgedAt || by === null ? {} : { acknowledgedAt: now, acknowledgedBy: by }
    const [closed] = await tx.orm
      .update(alerts)
      .set({ status: 'closed', closedAt: now, ...seen, ...(noise ? { noise } : {}) })
      .where(isThe(municipalityId, row.id))
      .returning()
    await followAlert(tx, row.id, 'closed', now)
    events.push({ type: 'alert.changed', data: toAlert(closed!) })
  }
  return events
}

/** Who takes up an issue takes up what was told of it: nobody hears it again, and whoever was told hears that somebody is on it. */
export async function takeAlertsOf(
  tx: Transaction,
  municipalityId: number,
  issueId: string,
  by: string | null,
  now: Date,
): Promise<StreamEvent[]> {
  const taken = await tx.orm
    .update(alerts)
    .set({ status: 'acknowledged', acknowledgedAt: now, acknowledgedBy: by })
    .where(and(eq(alerts.municipalityId, municipalityId), eq(alerts.issueId, issueId), eq(alerts.status, 'open')))
    .returning()
  for (const { id } of taken) await followAlert(tx, id, 'updated', now)
  return taken.map((row): StreamEvent => ({ type: 'alert.changed', data: toAlert(row) }))
}

/** Whoever was told of issues that are calm again hears so, as far as the alert is still open. */
export async function followCalm(tx: Transaction, municipalityId: number, issueIds: readonly string[], now: Date): Promise<void> {
  if (issueIds.length === 0) return
  const open = await tx.orm
    .select({ id: alerts.id })
    .from(alerts)
    .where(and(eq(alerts.municipalityId, municipalityId), inArray(alerts.issueId, [...issueIds]), ne(alerts.status, 'closed')))
  for (const { id } of open) await followAlert(tx, id, 'updated', now)
}

const rank = (row: AlertRow): number => LEVELS.indexOf(row.level as Alert['level'])

export function toAlert(row: AlertRow): Alert {
  return {
    id: row.id,
    issueId: row.issueId,
    status: row.status as Alert['status'],
    level: row.level as Alert['level'],
    title: row.title,
    areaCodes: row.areaCodes,
    observed: row.observed,
    expected: row.expected,
    windowHours: row.windowHours,
    sentence: row.sentence,
    examples: row.examples,
    raisedAt: row.raisedAt.toISOString(),
    acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
    acknowledgedBy: row.acknowledgedBy,
    closedAt: row.closedAt?.toISOString() ?? null,
    rule: row.rule,
    ruleId: row.ruleId,
    ruleVersion: row.ruleVersion,
  }
}
