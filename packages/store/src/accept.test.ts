import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from './store.ts'
import { TEST_STORES } from './testing/open-test-store.ts'
import { NOW, openTestTown } from './testing/test-town.ts'

describe.each(TEST_STORES)('accepting on $name', ({ open }) => {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })
  afterAll(() => store.close())

  test('the same message again is a duplicate with the same id, also inside one batch', async () => {
    const town = await openTestTown(store)
    const [first, second, again] = await town.accept([{ key: 'a' }, { key: 'b' }, { key: 'a' }])
    expect([first!.outcome, second!.outcome, again!.outcome]).toEqual(['accepted', 'accepted', 'duplicate'])
    expect(again!.messageId).toBe(first!.messageId)
    expect(await town.accept([{ key: 'a' }])).toEqual([{ messageId: first!.messageId, outcome: 'duplicate', seq: null }])
    expect(await store.inbox.count(town.id)).toBe(2)
  })

  test('a changed message is the next revision of the same message; an older one never overwrites a newer one', async () => {
    const town = await openTestTown(store)
    const at = (hour: number) => new Date(Date.UTC(2026, 10, 24, hour))
    const [first] = await town.accept([{ key: 'a', content: 'een', updatedAt: at(9) }])
    const [newer] = await town.accept([{ key: 'a', content: 'twee', updatedAt: at(10) }])
    const [older] = await town.accept([{ key: 'a', content: 'drie', updatedAt: at(8) }])
    const [undated] = await town.accept([{ key: 'a', content: 'vier' }])
    const [stillOlder] = await town.accept([{ key: 'a', content: 'vijf', updatedAt: at(9) }])
    expect([newer, older, undated, stillOlder].map((one) => one!.outcome)).toEqual(['updated', 'duplicate', 'updated', 'duplicate'])
    expect(newer!.messageId).toBe(first!.messageId)
    const waiting = await store.inbox.waiting(town.id, 10)
    expect(waiting.map(({ revision, message }) => [revision, message.revision])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ])
    expect(new Set(waiting.map(({ message }) => message.receivedAt)).size).toBe(1)
  })

  test('history that comes in at once is counted in the hours in which it was written', async () => {
    const town = await openTestTown(store)
    const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000 - 3_600_000)
    await town.accept([
      ...[1, 2, 3, 3, 3].map((days, at) => ({ key: `oud${at}`, createdAt: daysAgo(days) })),
      { key: 'nu', createdAt: NOW },
    ])
    const [source] = await store.sources.list(town.id, NOW)
    expect(source).toMatchObject({ messages: 6, rate: { lastDay: 1 } })
  })

  test('eight batches at once that overlap accept each message once, in one order of seq and receipt', async () => {
    const town = await openTestTown(store)
    const batches = Array.from({ length: 8 }, (_, lane) =>
      Array.from({ length: 40 }, (_, n) => ({ key: `m${(lane * 20 + n) % 100}`, content: 'vast' })),
    )
    const outcomes = (await Promise.all(batches.map((batch) => town.accept(batch)))).flat()
    const accepted = outcomes.filter(({ outcome }) => outcome === 'accepted')
    expect(accepted).toHaveLength(100)
    expect(new Set(accepted.map(({ seq }) => seq)).size).toBe(100)
    expect(outcomes.every(({ outcome }) => outcome !== 'updated')).toBe(true)
    const ids = new Map<string, Set<string>>()
    for (const [index, { key }] of batches.flat().entries()) ids.set(key, (ids.get(key) ?? new Set()).add(outcomes[index]!.messageId))
    expect([...ids.values()].every((set) => set.size === 1)).toBe(true)
    expect(await store.inbox.count(town.id)).toBe(100)
    expect(await store.inbox.lastSeq(town.id)).toBe(100)
  })

  test('receipt strictly rises even when the clock stands still or goes back', async () => {
    const town = await openTestTown(store)
    await town.accept([{ key: 'a' }, { key: 'b' }])
    await town.accept([{ key: 'c' }], new Date(NOW.getTime() - 60_000))
    await town.walk(() => ({ issue: 'een' }))
    const page = await store.messages.search(town.id, { limit: 1, total: false })
    const next = await store.messages.search(town.id, { limit: 1, total: false, cursor: page.next! })
    const last = await store.messages.search(town.id, { limit: 1, total: false, cursor: next.next! })
    expect([page, next, last].map(({ items }) => items[0]!.externalId)).toEqual(['a', 'b', 'c'])
    expect(last.next).toBeNull()
  })

  test('a source knows how many messages it brought, revisions counted once', async () => {
    const town = await openTestTown(store)
    await town.accept([{ key: 'a' }, { key: 'b' }, { key: 'a', content: 'anders' }])
    expect((await store.sources.list(town.id, NOW))[0]).toMatchObject({ messages: 2, state: 'new' })
  })

  test('a message that waits is found without reading or issue, and drains when it leaves', async () => {
    const town = await openTestTown(store)
    const [accepted] = await town.accept([{ key: 'a', text: 'Wateroverlast' }])
    const { messageId, seq } = accepted!
    expect(await store.messages.byId(town.id, messageId)).toMatchObject({
      text: 'Wateroverlast',
      reading: null,
      issue: null,
      areaCode: null,
    })
    expect(await store.inbox.drained(town.id, seq!)).toBe(false)
    await town.walk(() => ({ issue: 'een' }))
    expect(await store.inbox.drained(town.id, seq!)).toBe(true)
    expect(await store.messages.byId(town.id, messageId)).toMatchObject({ issue: town.issueId('een'), areaCode: 'BU99010101' })
    expect(await store.messages.byId(town.id, randomUUID())).toBeNull()
  })

  test('what is set aside stops no other, counts its attempts and comes back at the end of the inbox', async () => {
    const town = await openTestTown(store)
    await town.accept([{ key: 'a' }, { key: 'b' }])
    const [first] = await store.inbox.waiting(town.id, 1)
    await store.inbox.setAside(town.id, first!.seq, 'kan niet gelezen worden', NOW)
    expect(await store.inbox.count(town.id)).toBe(1)
    expect(await store.inbox.listSetAside(town.id)).toMatchObject([
      { messageId: first!.message.id, error: 'kan niet gelezen worden', attempts: 1 },
    ])
    expect(await store.messages.byId(town.id, first!.message.id)).toMatchObject({ reading: null })
    await town.walk(() => ({ issue: 'een' }))
    const { next } = await store.messages.search(town.id, { limit: 1, total: false })
    expect(next).toBeNull()
    expect(await store.inbox.retrySetAside(town.id, NOW)).toBe(1)
    expect(await store.inbox.listSetAside(town.id)).toEqual([])
    const [back] = await store.inbox.waiting(town.id, 10)
    expect(back!.seq).toBe(await store.inbox.lastSeq(town.id))
    await town.walk(() => ({ issue: 'een' }))
    const { items } = await store.messages.search(town.id, { limit: 10, total: false })
    expect(items.map(({ externalId }) => externalId)).toEqual(['b', 'a'])
    await town.accept([{ key: 'a', content: 'anders' }])
    await town.walk(() => ({ issue: 'een' }))
    expect((await store.messages.search(town.id, { limit: 10, total: true })).total).toBe(2)
  })

  test('a set-aside revision that was overtaken is not walked again', async () => {
    const town = await openTestTown(store)
    await town.accept([{ key: 'a', text: 'oud' }])
    const [first] = await store.inbox.waiting(town.id, 1)
    await store.inbox.setAside(town.id, first!.seq, 'stuk', NOW)
    await town.accept([{ key: 'a', text: 'nieuw' }])
    await town.walk(() => ({ issue: 'een' }))
    expect(await store.inbox.retrySetAside(town.id, NOW)).toBe(0)
    expect(await store.messages.byId(town.id, first!.message.id)).toMatchObject({ text: 'nieuw' })
  })

  test('an unknown municipality takes nothing', async () => {
    const town = await openTestTown(store)
    await expect(store.inbox.accept(999_999, [town.item({ key: 'a' })], NOW)).rejects.toThrow('municipality: 999999')
  })
})
