import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BadCursorError } from './errors.ts'
import type { Store } from './store.ts'
import { TEST_STORES } from './testing/open-test-store.ts'
import { NOW, openTestTown } from './testing/test-town.ts'

describe.each(TEST_STORES)('collections on $name', ({ open }) => {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })
  afterAll(() => store.close())

  test('paging skips nothing and repeats nothing while messages arrive and are revised', async () => {
    const town = await openTestTown(store)
    const seen: string[] = []
    let sent = 0
    const arrive = async (count: number) => {
      const fresh = Array.from({ length: count }, () => ({ key: `m${sent++}`, content: 'nieuw' }))
      await town.accept([...fresh, { key: `m${Math.floor(sent / 2)}`, content: `herzien bij ${sent}` }])
      await town.walk(() => ({ issue: 'een' }))
    }
    await arrive(25)
    let cursor: string | undefined
    do {
      const page = await store.messages.search(town.id, { limit: 7, total: false, cursor })
      seen.push(...page.items.map(({ externalId }) => externalId!))
      cursor = page.next ?? undefined
      if (cursor && sent < 120) await arrive(5)
    } while (cursor)
    expect(seen).toEqual(Array.from({ length: sent }, (_, n) => `m${n}`))
  })

  test('the newest first is the oldest first turned round, over all pages', async () => {
    const town = await openTestTown(store)
    await town.accept(Array.from({ length: 20 }, (_, n) => ({ key: `m${n}` })))
    await town.walk(() => ({ issue: 'een' }))
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await store.messages.search(town.id, { limit: 6, total: false, sort: '-receivedAt', cursor })
      seen.push(...page.items.map(({ externalId }) => externalId!))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(seen).toEqual(Array.from({ length: 20 }, (_, n) => `m${19 - n}`))
  })

  test('items, total and seq are of one moment, however busy the writers', async () => {
    const town = await openTestTown(store)
    let busy = true
    const writing = (async () => {
      for (let round = 0; busy; round++) {
        await town.accept([{ key: `a${round}` }, { key: `b${round}` }])
        await town.walk(() => ({ issue: 'een' }))
      }
    })()
    for (let look = 0; look < 30; look++) {
      const [messages, issues] = await Promise.all([
        store.messages.search(town.id, { limit: 500, total: true }),
        store.issues.search(town.id, { limit: 5, total: true, sort: 'heat' }),
      ])
      const { events } = await store.events.after(town.id, 0, 10_000)
      const placed = (seq: number) => events.filter((event) => event.seq <= seq && event.type === 'message.placed').length
      expect(messages.total).toBe(placed(messages.seq))
      expect(messages.items.length).toBe(Math.min(500, placed(messages.seq)))
      expect(issues.items[0]?.messages ?? 0).toBe(placed(issues.seq))
    }
    busy = false
    await writing
  })

  test('filters find what they say: words, area and all under it, category, channel, kind, sentiment, period, issue', async () => {
    const town = await openTestTown(store)
    const later = new Date(NOW.getTime() + 3_600_000)
    await town.accept([
      { key: 'a', text: 'De lantaarnpalen branden niet', channel: 'facebook', kind: 'post' },
      { key: 'b', text: 'Losse tegel op de stoep', createdAt: later },
      { key: 'c', text: 'Tegels liggen scheef bij de lantaarnpaal' },
    ])
    await town.walk(({ key }) => ({
      issue: key,
      mood: key === 'b' ? 'positive' : 'negative',
      areaCode: key === 'c' ? null : key === 'a' ? 'BU99010101' : 'WK990102',
      category: { main: key === 'a' ? 'wegen' : 'schoon', sub: key === 'c' ? 'wegen' : 'stoep' },
    }))
    const found = async (filter: object) =>
      (await store.messages.search(town.id, { limit: 10, total: false, ...filter })).items.map(({ externalId }) => externalId)
    expect(await found({ q: 'lantaarnpaal' })).toEqual(['a', 'c'])
    expect(await found({ q: 'tegels -lantaarnpaal' })).toEqual(['b'])
    expect(await found({ q: '"' })).toEqual([])
    expect(await found({ area: 'GM9901' })).toEqual(['a', 'b'])
    expect(await found({ area: 'WK990101' })).toEqual(['a'])
    expect(await found({ area: 'BU99010102' })).toEqual([])
    expect(await found({ category: 'wegen' })).toEqual(['a', 'c'])
    expect(await found({ channel: 'facebook' })).toEqual(['a'])
    expect(await found({ kind: 'melding' })).toEqual(['b', 'c'])
    expect(await found({ sentiment: 'positive' })).toEqual(['b'])
    expect(await found({ from: later.toISOString() })).toEqual(['b'])
    expect(await found({ to: later.toISOString() })).toEqual(['a', 'c'])
    expect(await found({ issue: town.issueId('c') })).toEqual(['c'])
    const issuesOf = async (filter: object) =>
      (await store.issues.search(town.id, { limit: 10, total: true, sort: 'receivedAt', ...filter })).total
    expect(await issuesOf({})).toBe(3)
    expect(await issuesOf({ area: 'GM9901', sentiment: 'positive' })).toBe(1)
    expect(await issuesOf({ area: 'WK990101', sentiment: 'positive' })).toBe(0)
    expect(await issuesOf({ q: 'stoep' })).toBe(1)
    expect(await issuesOf({ status: 'resolved' })).toBe(0)
    expect(await issuesOf({ assignee: 'none' })).toBe(3)
  })

  test('issues page by heat and by opening, each once', async () => {
    const town = await openTestTown(store)
    const names = Array.from({ length: 12 }, (_, n) => `i${n}`)
    await town.accept(names.map((key) => ({ key })))
    await town.walk(({ key }) => ({ issue: key }))
    await store.issues.judge(
      town.ownership,
      names.map((name, n) => ({
        issueId: town.issueId(name),
        level: 'calm',
        heat: (n % 4) * 1.1,
        why: null,
        timesNormal: null,
        risenAt: null,
        belowSince: null,
        escalates: false,
        line: [1],
        lineEndsAt: NOW,
        now: NOW,
      })),
    )
    for (const sort of ['heat', 'receivedAt'] as const) {
      const seen: { id: string; heat: number }[] = []
      let cursor: string | undefined
      do {
        const page = await store.issues.search(town.id, { limit: 5, total: false, sort, cursor })
        seen.push(...page.items)
        cursor = page.next ?? undefined
      } while (cursor)
      expect(new Set(seen.map(({ id }) => id)).size).toBe(12)
      const heats = seen.map(({ heat }) => heat)
      if (sort === 'heat') expect(heats).toEqual([...heats].sort((a, b) => b - a))
    }
  })

  test('a cursor that is not ours is refused by name', async () => {
    const town = await openTestTown(store)
    for (const cursor of ['onzin', Buffer.from('1~x').toString('base64url'), Buffer.from('1.5~').toString('base64url')]) {
      await expect(store.messages.search(town.id, { limit: 5, total: false, cursor })).rejects.toThrow(BadCursorError)
    }
  })
})
