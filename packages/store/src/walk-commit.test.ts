import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { InboxChangedError, OwnershipLostError } from './errors.ts'
import type { Store, WalkedMessage } from './store.ts'
import { TEST_STORES } from './testing/open-test-store.ts'
import { externalKeyOf, NOW, openTestTown, type Said, type TestTown } from './testing/test-town.ts'

const HOUR_MS = 3_600_000
const everything = { limit: 500, total: true } as const

describe.each(TEST_STORES)('a walked batch on $name', ({ open }) => {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })
  afterAll(() => store.close())

  const issues = (town: TestTown) => store.issues.search(town.id, { ...everything, sort: 'receivedAt' })
  const eventsOf = async (town: TestTown) => (await store.events.after(town.id, 0, 1_000)).events

  test('messages, counters, states and events are there together, and the inbox is empty', async () => {
    const town = await openTestTown(store)
    await town.accept([
      { key: 'a', channel: 'facebook', kind: 'post', voice: 'v1' },
      { key: 'b', channel: 'facebook', kind: 'post', voice: 'v1' },
      { key: 'c', voice: null },
      { key: 'd', voice: null, closedAt: NOW },
      { key: 'e', kind: 'article', channel: 'news-site' },
    ])
    await town.walk(({ key }) => ({
      issue: 'een',
      mood: key === 'c' ? 'positive' : 'negative',
      areaCode: key === 'e' ? 'BU99010102' : 'BU99010101',
    }))
    const { items, seq } = await issues(town)
    expect(items).toMatchObject([
      {
        messages: 5,
        voices: 3,
        channels: ['facebook', 'form', 'news-site'],
        areaCodes: ['BU99010101', 'BU99010102'],
        sentiment: { negative: 4, neutral: 0, positive: 1 },
        openMeldingen: 1,
        level: 'calm',
        heat: 0,
      },
    ])
    const events = await eventsOf(town)
    expect(events.map(({ type }) => type)).toEqual(['issue.opened', ...new Array(5).fill('message.placed')])
    expect(events.map((event) => event.seq)).toEqual([1, 2, 3, 4, 5, 6])
    expect(events[0]!.data).toEqual(items[0])
    expect(seq).toBe(6)
    expect(await store.inbox.count(town.id)).toBe(0)
    expect(await store.walk.states(town.id)).toEqual([{ issueId: town.issueId('een'), state: { messages: 5 } }])
    expect(await store.issues.timeline(town.id, town.issueId('een'))).toMatchObject({
      entries: [{ type: 'opened' }],
      hours: [{ messages: 5 }],
    })
  })

  test('a revision is counted once, in its new mood, area and closing', async () => {
    const town = await openTestTown(store)
    await town.accept([{ key: 'a' }])
    await town.walk(() => ({ issue: 'een' }))
    await town.accept([{ key: 'a', text: 'Gemaakt, dank', closedAt: NOW, channel: 'app' }])
    await town.walk(() => ({ issue: 'een', mood: 'positive', areaCode: null }))
    const { items } = await issues(town)
    expect(items).toMatchObject([
      { messages: 1, voices: 1, channels: ['app'], areaCodes: [], sentiment: { negative: 0, neutral: 0, positive: 1 }, openMeldingen: 0 },
    ])
    expect((await eventsOf(town)).map(({ type }) => type)).toEqual(['issue.opened', 'message.placed', 'message.updated', 'issue.changed'])
    const hours = { from: new Date(NOW.getTime() - HOUR_MS), to: new Date(NOW.getTime() + HOUR_MS) }
    expect(await store.counts.hourly(town.id, { areaCode: null, category: null, ...hours })).toMatchObject([{ messages: 1 }])
    expect(await store.counts.hourly(town.id, { areaCode: 'GM9901', category: null, ...hours })).toEqual([])
    expect(await store.issues.recount(town.id)).toEqual([])
  })

  test('two revisions in one batch are one message', async () => {
    const town = await openTestTown(store)
    await town.accept([{ key: 'a', text: 'eerst' }, { key: 'b' }, { key: 'a', text: 'later' }])
    await town.walk(() => ({ issue: 'een' }))
    const { items, total } = await store.messages.search(town.id, everything)
    expect(total).toBe(2)
    expect(items[0]).toMatchObject({ externalId: 'a', text: 'later' })
    expect(await store.inbox.count(town.id)).toBe(0)
    expect(await store.issues.recount(town.id)).toEqual([])
  })

  test('whatever is walked, revised, moved and erased, the counters equal a recount', async () => {
    const said = fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      content: fc.string({ minLength: 1, maxLength: 3 }),
      kind: fc.constantFrom<Said['kind']>('melding', 'post', 'article'),
      channel: fc.constantFrom('form', 'facebook'),
      voice: fc.constantFrom(null, 'v1', 'v2', 'v3'),
      closedAt: fc.constantFrom(null, NOW),
      createdAt: fc.constantFrom(NOW, new Date(NOW.getTime() - 5 * HOUR_MS)),
    })
    const placed = fc.record({
      issue: fc.constantFrom('een', 'twee', 'drie'),
      mood: fc.constantFrom<WalkedMessage['mood']>('negative', 'neutral', 'positive'),
      areaCode: fc.constantFrom(null, 'BU99010101', 'WK990102'),
      category: fc.constantFrom({ main: 'wegen', sub: 'gat' }, { main: 'afval', sub: 'overig' }),
    })
    const step = fc.record({
      said: fc.array(said, { maxLength: 6 }),
      placed: fc.array(placed, { minLength: 6, maxLength: 6 }),
      erase: fc.option(fc.constantFrom('a', 'b')),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        const town = await openTestTown(store)
        for (const { said, placed, erase } of steps) {
          await town.accept(said)
          await town.walk(({ key }) => placed['abcdef'.indexOf(key)]!)
          if (erase) await store.messages.erase(town.id, { sourceId: town.source.id, externalKey: externalKeyOf(erase) }, NOW)
        }
        expect(await store.issues.recount(town.id)).toEqual([])
        await expectHoursToEqualMessages(town)
        const events = await eventsOf(town)
        expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
        await town.ownership.release()
      }),
      { numRuns: 25 },
    )
  })

  async function expectHoursToEqualMessages(town: TestTown): Promise<void> {
    const { items } = await store.messages.search(town.id, everything)
    const range = { from: new Date(0), to: new Date('2100-01-01') }
    const total = (rows: { messages: number }[]) => rows.reduce((sum, row) => sum + row.messages, 0)
    expect(total(await store.counts.hourly(town.id, { areaCode: null, category: null, ...range }))).toBe(items.length)
    for (const area of ['GM9901', 'WK990101', 'WK990102']) {
      const { total: found } = await store.messages.search(town.id, { ...everything, area, category: 'afval' })
      expect(total(await store.counts.hourly(town.id, { areaCode: area, category: 'afval', ...range }))).toBe(found)
    }
    const profile = await store.counts.profile(town.id, range)
    expect(total(profile)).toBe(items.length)
  }

  test('a stale owner cannot commit, and nothing of its batch remains', async () => {
    const town = await openTestTown(store)
    await town.accept([{ key: 'a' }])
    const batch = await town.batch(() => ({ issue: 'een' }))
    await town.ownership.release()
    const next = (await store.walk.own(town.id))!
    expect(next.epoch).toBeGreaterThan(town.ownership.epoch)
    await expect(store.walk.commit(town.ownership, batch)).rejects.toThrow(OwnershipLostError)
    expect((await store.messages.search(town.id, everything)).total).toBe(0)
    expect(await store.inbox.count(town.id)).toBe(1)
    expect(await store.events.seq(town.id)).toBe(0)
    await store.walk.commit(next, batch)
    await expect(store.walk.commit(next, batch)).rejects.toThrow(InboxChangedError)
    expect((await store.messages.search(town.id, everything)).total).toBe(1)
    expect(await store.issues.recount(town.id)).toEqual([])
  })

  test('a message erased while it is being walked does not come back', async () => {
    const town = await openTestTown(store)
    const { messageId } = (await town.accept([{ key: 'a', text: 'Mijn geheim' }]))[0]!
    const batch = await town.batch(() => ({ issue: 'een' }))
    expect(await store.messages.erase(town.id, { sourceId: town.source.id, externalKey: externalKeyOf('a') }, NOW)).toBe(true)
    await expect(store.walk.commit(town.ownership, batch)).rejects.toThrow(InboxChangedError)
    expect(await store.inbox.count(town.id)).toBe(0)
    expect(await store.messages.byId(town.id, messageId)).toBeNull()
    expect(await town.accept([{ key: 'a', text: 'Mijn geheim, nog eens' }])).toMatchObject([{ outcome: 'duplicate' }])
  })

  test('an erased message leaves a tombstone: counted, without words, place or person', async () => {
    const town = await openTestTown(store)
    const { messageId } = (await town.accept([{ key: 'a', text: 'Mijn geheim adres' }, { key: 'b' }]))[0]!
    await town.walk(() => ({ issue: 'een' }))
    expect((await store.messages.search(town.id, { ...everything, q: 'geheim' })).total).toBe(1)
    expect(await store.messages.erase(town.id, { sourceId: town.source.id, externalKey: externalKeyOf('a') }, NOW)).toBe(true)
    expect(await store.messages.byId(town.id, messageId)).toMatchObject({
      text: '',
      location: null,
      externalId: null,
      reading: { keywords: [], evidence: [], question: null },
    })
    expect((await store.messages.search(town.id, everything)).total).toBe(2)
    expect((await store.messages.search(town.id, { ...everything, q: 'geheim' })).total).toBe(0)
    expect((await store.messages.byIds(town.id, [messageId])).length).toBe(0)
    expect((await eventsOf(town)).slice(-2).map(({ type }) => type)).toEqual(['message.erased', 'issue.changed'])
    expect((await issues(town)).items[0]).toMatchObject({ messages: 2, voices: 1 })
    expect(await store.issues.recount(town.id)).toEqual([])
    expect(await store.messages.erase(town.id, { sourceId: town.source.id, externalKey: externalKeyOf('nooit') }, NOW)).toBe(false)
  })

  test('a retired issue leaves the memory but not the list', async () => {
    const town = await openTestTown(store)
    await town.accept([{ key: 'a' }])
    await town.walk(() => ({ issue: 'een' }))
    await store.walk.commit(town.ownership, { walked: [], opened: [], touched: [], states: [], retired: [town.issueId('een')], now: NOW })
    expect(await store.walk.states(town.id)).toEqual([])
    expect((await issues(town)).items).toHaveLength(1)
  })

  test('only one may own a municipality, and again after it was released', async () => {
    const town = await openTestTown(store)
    expect(await store.walk.own(town.id)).toBeNull()
    await town.ownership.release()
    const again = await store.walk.own(town.id)
    expect(again).toMatchObject({ municipalityId: town.id, epoch: town.ownership.epoch + 1 })
  })
})
