import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OwnershipLostError } from './errors.ts'
import type { Store } from './store.ts'
import { TEST_STORES } from './testing/open-test-store.ts'
import { NOW, openTestTown } from './testing/test-town.ts'

const DAY_MS = 86_400_000
const everything = { limit: 500, total: true } as const
const days = (count: number) => new Date(NOW.getTime() + count * DAY_MS)
/** A form may keep a text for 400 days. */
const KEPT_DAYS = 400

const ALERT = {
  issueId: null,
  level: 'attention' as const,
  title: 'Overlast',
  areaCodes: [],
  observed: 2,
  expected: 0,
  windowHours: 6,
  sentence: 'Twee berichten',
  rule: 'proef',
  ruleId: null,
  ruleVersion: null,
  toldBy: [],
  receivers: [],
  conditions: [],
  now: NOW,
}

describe.each(TEST_STORES)('retention on $name', ({ open }) => {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })
  afterAll(() => store.close())

  test('words go when their time is over, counts stay', async () => {
    const town = await openTestTown(store)
    const [old] = await town.accept([{ key: 'a', text: 'Mijn geheim adres' }, { key: 'b' }])
    await town.accept([{ key: 'c', text: 'Een jonger geheim' }], days(2))
    await town.walk(() => ({ issue: 'een' }))
    const before = (await store.issues.search(town.id, { ...everything, sort: 'receivedAt' })).items

    expect(await store.retention.expire(town.ownership, days(KEPT_DAYS - 1), 100)).toMatchObject({ texts: 0 })
    expect(await store.retention.expire(town.ownership, days(KEPT_DAYS + 1), 100)).toMatchObject({ texts: 2 })

    expect(await store.messages.byId(town.id, old!.messageId)).toMatchObject({
      text: '',
      location: null,
      externalId: null,
      reading: { keywords: [], evidence: [], question: null, category: { main: 'wegen' } },
    })
    expect(await store.messages.search(town.id, { ...everything, q: 'geheim' })).toMatchObject({ total: 1, items: [{ externalId: 'c' }] })
    expect((await store.messages.search(town.id, everything)).total).toBe(3)
    expect((await store.issues.search(town.id, { ...everything, sort: 'receivedAt' })).items).toEqual(before)
    expect(before).toMatchObject([{ messages: 3, voices: 3 }])
    expect(await store.issues.recount(town.id)).toEqual([])
    expect((await store.events.after(town.id, 0, 100)).events.slice(-2)).toMatchObject([
      { type: 'message.erased', data: { id: old!.messageId, issue: town.issueId('een') } },
      { type: 'message.erased' },
    ])
  })

  test('a backlog goes in bounded steps, oldest first, and nothing goes twice', async () => {
    const town = await openTestTown(store)
    await town.accept(['a', 'b', 'c'].map((key) => ({ key })))
    await town.walk(() => ({ issue: 'een' }))
    const step = async () => (await store.retention.expire(town.ownership, days(KEPT_DAYS + 1), 2)).texts
    expect([await step(), await step(), await step()]).toEqual([2, 1, 0])
  })

  test('words about health, crime, religion or conviction go after thirty days, and are no example of an alert', async () => {
    const town = await openTestTown(store)
    const [special] = await town.accept([{ key: 'a', text: 'Die verwarde man' }, { key: 'b' }])
    const batch = await town.batch(() => ({ issue: 'een' }))
    const walked = batch.walked.map((one) =>
      one.message.id === special!.messageId ? { ...one, reading: { ...one.reading, special: ['health' as const] } } : one,
    )
    await store.walk.commit(town.ownership, { ...batch, walked })
    const { alert } = await store.alerts.raise(town.ownership, { ...ALERT, issueId: town.issueId('een') })
    expect(alert.examples).toHaveLength(1)
    expect(alert.examples).not.toContain(special!.messageId)
    expect(await store.retention.expire(town.ownership, days(29), 100)).toMatchObject({ texts: 0 })
    expect(await store.retention.expire(town.ownership, days(31), 100)).toMatchObject({ texts: 1 })
    expect(await store.messages.byId(town.id, special!.messageId)).toMatchObject({ text: '' })
    expect((await store.messages.byId(town.id, special!.messageId))!.reading).not.toHaveProperty('special')
    expect(await store.retention.expire(town.ownership, days(31), 100)).toMatchObject({ texts: 0 })
  })

  test('a sealed original goes on its own day, long before the text', async () => {
    const town = await openTestTown(store)
    await town.accept([{ key: 'a' }, { key: 'b' }])
    await town.walk(() => ({ issue: 'een' }))
    expect(await store.retention.expire(town.ownership, new Date(days(1).getTime() - 1), 100)).toMatchObject({ originals: 0 })
    expect(await store.retention.expire(town.ownership, days(1), 100)).toEqual({ originals: 2, setAside: 0, deliveries: 0, texts: 0 })
  })

  test('what could not be walked is not kept longer than what could', async () => {
    const town = await openTestTown(store)
    await town.accept([{ key: 'a' }])
    const [waiting] = await store.inbox.waiting(town.id, 1)
    await store.inbox.setAside(town.id, waiting!.seq, 'kon niet', NOW)
    expect(await store.retention.expire(town.ownership, days(KEPT_DAYS + 1), 100)).toMatchObject({ setAside: 1 })
    expect(await store.inbox.listSetAside(town.id)).toEqual([])
  })

  test('what was sent about an alert goes ninety days after the alert was closed, never while it is open', async () => {
    const town = await openTestTown(store)
    await town.accept([{ key: 'a' }])
    await town.walk(() => ({ issue: 'een' }))
    const webhook = await store.deliveries.addWebhook(town.id, { name: 'Regiekamer', url: 'https://regiekamer.example/', now: NOW })
    const receiver = { ruleId: webhook.id, channel: 'webhook', target: webhook.id, digest: false, quiet: null } as const
    const { alert } = await store.alerts.raise(town.ownership, {
      ...ALERT,
      issueId: town.issueId('een'),
      receivers: [{ ...receiver, groupKey: 'een', groupMinutes: 0, repeatMinutes: 60 }],
    })
    const kept = async () => (await store.deliveries.list(town.id, { limit: 10 })).length
    const gone = async (day: number) => (await store.retention.expire(town.ownership, days(day), 100)).deliveries
    expect([await gone(300), await kept()]).toEqual([0, 1])
    await store.alerts.change(town.id, alert.id, { status: 'closed', by: null, now: days(300) })
    expect([await gone(389), await kept()]).toEqual([0, 1])
    expect([await gone(391), await kept()]).toEqual([1, 0])
  })

  test('a new revision of an expired message brings its words back until the next sweep, and is still counted once', async () => {
    const town = await openTestTown(store)
    await town.accept([{ key: 'a' }])
    await town.walk(() => ({ issue: 'een' }))
    await store.retention.expire(town.ownership, days(KEPT_DAYS + 1), 100)
    await town.accept([{ key: 'a', closedAt: days(KEPT_DAYS + 1) }], days(KEPT_DAYS + 1))
    await town.walk(() => ({ issue: 'een' }), days(KEPT_DAYS + 1))
    expect((await store.issues.search(town.id, { ...everything, sort: 'receivedAt' })).items).toMatchObject([
      { messages: 1, voices: 1, openMeldingen: 0 },
    ])
    expect(await store.retention.expire(town.ownership, days(KEPT_DAYS + 1), 100)).toMatchObject({ texts: 1 })
  })

  test('only the present owner removes, and what a stale one tried is undone', async () => {
    const town = await openTestTown(store)
    const [sent] = await town.accept([{ key: 'a', text: 'Nog leesbaar' }])
    await town.walk(() => ({ issue: 'een' }))
    await town.ownership.release()
    await store.walk.own(town.id)
    await expect(store.retention.expire(town.ownership, days(KEPT_DAYS + 1), 100)).rejects.toThrow(OwnershipLostError)
    expect(await store.messages.byId(town.id, sent!.messageId)).toMatchObject({ text: 'Nog leesbaar' })
  })
})
