import { randomUUID } from 'node:crypto'
import type { Delivery } from '@rumoer/contracts'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { toAlert } from './alerts.ts'
import { plainArray } from './array-literal.ts'
import type { Database } from './database.ts'
import { alerts, digests, webhooks } from './schema/index.ts'
import type { DeliveryQuestions, Digest, DueDelivery } from './store.ts'
import { selectList } from './unnest.ts'

const ALERT = selectList(alerts, 'a')
const AREA_NAMES = `array(select ar.name from unnest(a.area_codes) with ordinality c(code, place) join areas ar on ar.municipality_id = a.municipality_id and ar.code = c.code order by c.place)`
/** An issue that an alert was just raised for may still have to settle at its level. */
const STANDS = `case when i.id is null then null when i.risen_at is null then 'calm' when i.level = 'calm' then a.level else i.level end`
const CLAIM = `with taken as (
    update deliveries set claimed_until = $1::timestamptz + make_interval(secs => $2)
    where id in (select id from deliveries where status = 'waiting' and kind <> 'digest' and due_at <= $1 and (claimed_until is null or claimed_until <= $1)
      order by due_at, created_at, id limit $3 for update skip locked)
    returning *
  )
  select t.id as "deliveryId", t.kind, t.channel, t.target, t.attempts as "tries", t.created_at as "createdAt", t.group_key as "groupKey",
    t.group_minutes as "groupMinutes", t.quiet, m.code, m.name as "town", i.category_main as category, ${STANDS} as "issueLevel", ${AREA_NAMES} as "areaNames",
    case when t.channel = 'mail' then (select u.email from users u where u.id = t.target and u.revoked_at is null)
      else (select w.url from webhooks w where w.id = t.target and w.removed_at is null) end as "to",
    case when t.channel = 'webhook' then (select w.cloud_event_source from webhooks w where w.id = t.target) end as "cloudEventSource",
    (select max(g.sent_at) from deliveries g where g.channel = t.channel and g.target = t.target and g.group_key = t.group_key and g.kind = 'raised' and g.status = 'sent') as "groupSentAt",
    (select g.thread from deliveries g where g.alert_id = t.alert_id and g.target = t.target and g.thread is not null order by g.sent_at limit 1) as "firstThread",
    ${ALERT}
  from taken t join alerts a on a.id = t.alert_id join municipalities m on m.id = t.municipality_id left join issues i on i.id = a.issue_id
  order by t.due_at, t.created_at, t.id`
const LIST = `select d.id, d.alert_id as alert, d.rule_id as rule, d.channel, d.kind, d.status, d.attempts, d.created_at as "createdAt", d.due_at as "dueAt",
    d.sent_at as "sentAt", d.error, coalesce(u.name, w.name, '') as "to"
  from deliveries d left join users u on d.channel = 'mail' and u.id = d.target left join webhooks w on d.channel = 'webhook' and w.id = d.target
  where d.municipality_id = $1 and ($2::uuid is null or d.alert_id = $2) order by d.created_at desc, d.id limit $3`
const REPEAT = `insert into deliveries (id, municipality_id, alert_id, rule_id, channel, target, kind, group_key, group_minutes, quiet, repeat_minutes,
    status, created_at, due_at)
  select gen_random_uuid(), d.municipality_id, d.alert_id, d.rule_id, d.channel, d.target, 'repeat', d.group_key, d.group_minutes, d.quiet, d.repeat_minutes, 'waiting', $1, $1
  from (select distinct on (d.alert_id, d.channel, d.target) d.* from deliveries d
    join alerts a on a.id = d.alert_id and a.status = 'open' join issues i on i.id = a.issue_id
      and i.level <> 'calm' and not i.muted_escalates and (i.muted_until is null or i.muted_until <= $1)
    where d.kind <> 'digest' order by d.alert_id, d.channel, d.target, d.created_at desc) d
  where d.status = 'sent' and d.sent_at <= $1::timestamptz - make_interval(mins => d.repeat_minutes)`
const DIGESTS = `select d.id as "deliveryId", d.target, u.email as "to", m.code, m.name as "town", i.category_main as category, ${AREA_NAMES} as "areaNames",
    s.said, ${ALERT}
  from deliveries d join alerts a on a.id = d.alert_id join municipalities m on m.id = d.municipality_id
    left join users u on u.id = d.target and u.revoked_at is null left join issues i on i.id = a.issue_id
    left join digests s on s.municipality_id = d.municipality_id and s.user_id = d.target
  where d.kind = 'digest' and d.status = 'waiting' and d.created_at <= $1 and (s.at is null or s.at < $1) order by d.municipality_id, d.target, a.number`

type AlertRow = typeof alerts.$inferSelect
type Told = AlertRow & { deliveryId: string; code: string; town: string; category: string | null; areaNames: string[]; to: string | null }
type ClaimRow = Told &
  Pick<
    DueDelivery,
    'kind' | 'channel' | 'target' | 'createdAt' | 'groupKey' | 'groupMinutes' | 'quiet' | 'groupSentAt' | 'cloudEventSource' | 'issueLevel'
  > & {
    tries: number
    firstThread: string | null
  }
type DigestRow = Told & { target: string; said: Digest['said'] | null }
type ListRow = Omit<Delivery, 'createdAt' | 'dueAt' | 'sentAt'> & { createdAt: Date; dueAt: Date; sentAt: Date | null }

export function deliveryQuestions(database: Database): DeliveryQuestions {
  const { orm, pool } = database
  const change =
    (text: string) =>
    async (ids: readonly string[], ...values: unknown[]) => {
      await pool.query({ text: `update deliveries set ${text} where id = any($1::uuid[])`, values: [plainArray(ids), ...values] })
    }
  const postpone = change(`due_at = $2, claimed_until = null`)
  const sent = change(`status = 'sent', sent_at = $2, thread = $3, error = null, claimed_until = null, attempts = attempts + 1`)
  const retry = change(`error = $2, due_at = $3, claimed_until = null, attempts = attempts + 1`)
  const giveUp = change(`error = $2, status = 'dead', claimed_until = null, attempts = attempts + 1`)
  const drop = change(`status = 'dropped', claimed_until = null`)
  return {
    async webhooks(municipalityId) {
      const rows = await orm
        .select()
        .from(webhooks)
        .where(and(eq(webhooks.municipalityId, municipalityId), isNull(webhooks.removedAt)))
        .orderBy(asc(webhooks.createdAt), asc(webhooks.id))
      return rows.map(({ id, name, url, cloudEventSource, createdAt }) => ({
        id,
        name,
        url,
        cloudEventSource,
        createdAt: createdAt.toISOString(),
      }))
    },
    async addWebhook(municipalityId, { name, url, cloudEventSource = null, now }) {
      const id = randomUUID()
      await orm.insert(webhooks).values({ id, municipalityId, name, url, cloudEventSource, createdAt: now })
      return { id, name, url, cloudEventSource, createdAt: now.toISOString() }
    },
    async removeWebhook(municipalityId, id, now) {
      const gone = await orm
        .update(webhooks)
        .set({ removedAt: now })
        .where(and(eq(webhooks.municipalityId, municipalityId), eq(webhooks.id, id), isNull(webhooks.removedAt)))
        .returning({ id: webhooks.id })
      return gone.length > 0
    },
    async list(municipalityId, { alert, limit }) {
      const { rows } = await pool.query<ListRow>({ text: LIST, values: [municipalityId, alert ?? null, limit] })
      return rows.map(({ createdAt, dueAt, sentAt, ...row }) => ({
        ...row,
        createdAt: createdAt.toISOString(),
        dueAt: dueAt.toISOString(),
        sentAt: sentAt?.toISOString() ?? null,
      }))
    },
    async claim(now, { leaseMs, limit }) {
      const { rows } = await pool.query<ClaimRow>({ name: 'claim-deliveries', text: CLAIM, values: [now, leaseMs / 1_000, limit] })
      return rows.map(({ deliveryId, code, town, tries, firstThread, kind, channel, target, to, ...row }) => ({
        id: deliveryId,
        municipality: { id: row.municipalityId, code, name: town },
        kind,
        channel,
        target,
        to,
        cloudEventSource: row.cloudEventSource,
        alert: toAlert(row),
        category: row.category,
        issueLevel: row.issueLevel,
        areaNames: row.areaNames,
        attempts: tries,
        createdAt: row.createdAt,
        groupKey: row.groupKey,
        groupMinutes: row.groupMinutes,
        quiet: row.quiet,
        groupSentAt: row.groupSentAt,
        thread: firstThread,
      }))
    },
    postpone: (ids, dueAt) => postpone(ids, dueAt),
    noteSent: (ids, { at, thread }) => sent(ids, at, thread),
    noteFailed: (ids, { error, retryAt }) => (retryAt === null ? giveUp(ids, error) : retry(ids, error, retryAt)),
    drop: (ids) => drop(ids),
    repeat: (now) => database.transact((tx) => tx.write({ text: REPEAT, values: [now] })),
    async digests(dueAt) {
      const { rows } = await pool.query<DigestRow>({ text: DIGESTS, values: [dueAt] })
      const people = Map.groupBy(rows, ({ municipalityId, target }) => `${municipalityId}/${target}`)
      return [...people.values()].map((told): Digest => {
        const { municipalityId, code, town, target, to, said } = told[0]!
        return {
          municipality: { id: municipalityId, code, name: town },
          userId: target,
          to,
          said: said ?? {},
          alerts: told.map((row) => ({
            deliveryId: row.deliveryId,
            alert: toAlert(row),
            category: row.category,
            areaNames: row.areaNames,
          })),
        }
      })
    },
    noteDigest: (municipalityId, userId, { said, deliveryIds, at }) =>
      database.transact(async (tx) => {
        await tx.orm
          .insert(digests)
          .values({ municipalityId, userId, at, said })
          .onConflictDoUpdate({ target: [digests.municipalityId, digests.userId], set: { at, said } })
        await tx.write({
          text: `update deliveries set status = 'sent', sent_at = $2 where id = any($1::uuid[])`,
          values: [plainArray(deliveryIds), at],
        })
      }),
  }
}
