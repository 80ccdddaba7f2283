import type { Delivery } from '@rumoer/contracts'
import type { Transaction } from './database.ts'
import type { DeliveryInput } from './store.ts'

/** A notice that a sender has in hand may be out already. */
const IS_OUT = `(d.status = 'sent' or (d.status = 'waiting' and d.claimed_until > $2))`
const RAISE = `insert into deliveries (id, municipality_id, alert_id, rule_id, channel, target, kind, group_key, group_minutes, quiet, repeat_minutes,
    status, created_at, due_at)
  select distinct on (n.channel, n.target) gen_random_uuid(), $1, $3, n."ruleId", n.channel, n.target,
    case when n.digest then 'digest' else 'raised' end, n."groupKey", n."groupMinutes", nullif(n.quiet::text, 'null')::json, n."repeatMinutes", 'waiting', $2, $2
  from json_to_recordset($4::json) as n("ruleId" uuid, channel text, target uuid, digest boolean, "groupKey" text, "groupMinutes" int, quiet json, "repeatMinutes" int)
  where not exists (select 1 from deliveries d where d.alert_id = $3 and d.channel = n.channel and d.target = n.target
    and (d.kind <> 'digest' or n.digest))
  order by n.channel, n.target, n.digest`
const FOLLOW = `insert into deliveries (id, municipality_id, alert_id, rule_id, channel, target, kind, group_key, group_minutes, quiet, repeat_minutes,
    status, created_at, due_at)
  select distinct on (d.channel, d.target) gen_random_uuid(), d.municipality_id, d.alert_id, d.rule_id, d.channel, d.target, $3, d.group_key,
    d.group_minutes, d.quiet, d.repeat_minutes, 'waiting', $2, $2
  from deliveries d where d.alert_id = $1 and d.kind <> 'digest' and ${IS_OUT}
    and not exists (select 1 from deliveries w where w.alert_id = $1 and w.channel = d.channel and w.target = d.target and w.kind = $3
      and w.status = 'waiting' and (w.claimed_until is null or w.claimed_until <= $2))
  order by d.channel, d.target, d.created_at`
const HURRY = `update deliveries set due_at = $2 where alert_id = $1 and status = 'waiting' and kind <> 'digest' and attempts = 0 and due_at > $2`
const WITHDRAW = `update deliveries d set status = 'dropped' where d.alert_id = $1 and d.status = 'waiting' and d.kind <> 'digest' and not ${IS_OUT}`

type Told = { id: string; municipalityId: number }

/** Whoever must hear of an alert and was not told yet; what waits for quiet hours is looked at again, for the alert may be graver now. */
export async function tellAlert(tx: Transaction, alert: Told, receivers: readonly DeliveryInput[], now: Date): Promise<void> {
  await tx.write({ text: HURRY, values: [alert.id, now] })
  if (receivers.length === 0) return
  await tx.write({ text: RAISE, values: [alert.municipalityId, now, alert.id, JSON.stringify(receivers)] })
}

/** Whoever was told hears what became of it. A notice of a closed alert that did not go out yet never does. */
export async function followAlert(
  tx: Transaction,
  alertId: string,
  kind: Extract<Delivery['kind'], 'updated' | 'closed'>,
  now: Date,
): Promise<void> {
  if (kind === 'closed') await tx.write({ text: WITHDRAW, values: [alertId, now] })
  await tx.write({ text: FOLLOW, values: [alertId, now, kind] })
}
