import type { Store } from '@rumoer/store'
import { TEST_STORES } from '@rumoer/store/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BATCH_LIMIT } from './pipeline.ts'
import { openTestTown, rawMelding } from './testing/open-test-town.ts'

describe.each(TEST_STORES)('the pipeline on $name', ({ open }) => {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })
  afterAll(() => store.close())

  const everything = { limit: 500, total: true } as const
  const search = (municipalityId: number) => store.messages.search(municipalityId, { ...everything })
  const issues = (municipalityId: number) => store.issues.search(municipalityId, { ...everything, sort: 'heat' })

  test('messages about one thing in one place become one issue, with its voices, and every event is committed with its change', async () => {
    const town = await openTestTown(store)
    const lane = await town.openLane()
    await town.accept.acceptBatch(
      town.source,
      [1, 2, 3, 4, 5, 6].map((number) => rawMelding(number)),
    )
    await town.settle(lane)
    const { items, seq } = await issues(town.municipality.id)
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ messages: 6, voices: 6, areaCodes: ['BU99010101'], openMeldingen: 6 })
    const { events } = await store.events.after(town.municipality.id, 0, 1_000)
    expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1))
    expect(events.at(-1)!.seq).toBe(seq)
    expect(events.filter((event) => event.type === 'message.placed')).toHaveLength(6)
    await lane.close()
  })

  test('without author the same words on the same spot within a day are no new voice; articles and reposts never are', async () => {
    const town = await openTestTown(store)
    const lane = await town.openLane()
    const voicesAfter = async (number: number, changes: Parameters<typeof rawMelding>[1]) => {
      await town.accept.acceptBatch(town.source, [rawMelding(number, { author: undefined, ...changes })])
      await town.settle(lane)
      return (await issues(town.municipality.id)).items.reduce((sum, { voices }) => sum + voices, 0)
    }
    expect(await voicesAfter(1, {})).toBe(1)
    expect(await voicesAfter(2, { location: { lat: 52.6053, lon: 5.305 } })).toBe(1)
    expect(await voicesAfter(3, { location: { lat: 52.606, lon: 5.305 } })).toBe(2)
    expect(await voicesAfter(4, { createdAt: '2026-11-25T09:30:00Z' })).toBe(3)
    expect(await voicesAfter(5, { author: 'bewoner' })).toBe(4)
    expect(await voicesAfter(6, { kind: 'article', channel: 'news-site' })).toBe(4)
    const shared = { kind: 'post', channel: 'facebook', author: 'volger' } as const
    expect(
      await voicesAfter(7, { ...shared, text: 'Gedeeld: Bruin water uit de kraan in het Havenkwartier, is dit veilig voor de baby?' }),
    ).toBe(4)
    expect(
      await voicesAfter(2, { location: { lat: 52.6053, lon: 5.305 }, closedAt: '2026-11-25', updatedAt: '2026-11-25T10:00:00Z' }),
    ).toBe(4)
    expect(await store.issues.recount(town.municipality.id)).toEqual([])
    await lane.close()
  })

  test('issues that turn out to be one are merged by the machine, say so on both timelines, and stay merged after a restart', async () => {
    const town = await openTestTown(store)
    const lane = await town.openLane()
    const tell = async (number: number, createdAt: string, text: string) => {
      await town.accept.acceptBatch(town.source, [
        rawMelding(number, { kind: 'post', channel: 'facebook', location: undefined, text, createdAt }),
      ])
      await town.settle(lane)
    }
    await tell(1, '2026-11-17T08:00:00Z', 'Grote schrik bij de zwevende melkfabriek')
    await tell(2, '2026-11-23T20:00:00Z', 'Onderzoek zwevende melkfabriek duurt langer')
    const [younger, older] = (await issues(town.municipality.id)).items.toSorted((a, b) => b.lastAt.localeCompare(a.lastAt))
    expect(older).toBeDefined()
    await lane.sweep()
    const { items } = await issues(town.municipality.id)
    expect(items).toMatchObject([{ id: older!.id, messages: 2, voices: 2 }])
    const { entries } = (await store.issues.timeline(town.municipality.id, older!.id))!
    expect(entries).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'merged', by: null, text: expect.stringMatching(/door de machine: .*overeenkomst 0,\d\d/) }),
      ]),
    )
    expect(await store.issues.byId(town.municipality.id, younger!.id)).toMatchObject({ id: older!.id })
    expect(await store.issues.recount(town.municipality.id)).toEqual([])
    await lane.close()
    const again = await town.openLane()
    await town.accept.acceptBatch(town.source, [
      rawMelding(3, { kind: 'post', channel: 'x', location: undefined, text: 'Onderzoek zwevende melkfabriek duurt langer' }),
    ])
    await town.settle(again)
    expect((await issues(town.municipality.id)).items).toMatchObject([{ id: older!.id, messages: 3 }])
    await again.close()
  })

  test('a message that comes again is counted once; a new revision is read again and counted once', async () => {
    const town = await openTestTown(store)
    const lane = await town.openLane()
    const take = async (changes: Parameters<typeof rawMelding>[1]) =>
      (await town.accept.acceptBatch(town.source, [rawMelding(1, changes)])).outcomes[0]
    expect(await take({})).toMatchObject({ ok: true, outcome: 'accepted' })
    expect(await take({})).toMatchObject({ ok: true, outcome: 'duplicate' })
    await town.settle(lane)
    expect(await take({ closedAt: '2026-11-24', updatedAt: '2026-11-24T10:00:00Z' })).toMatchObject({ ok: true, outcome: 'updated' })
    expect(await take({ text: 'oud nieuws', updatedAt: '2026-11-24T09:00:00Z' })).toMatchObject({ ok: true, outcome: 'duplicate' })
    await town.settle(lane)
    const { items, total } = await search(town.municipality.id)
    expect(total).toBe(1)
    expect(items[0]).toMatchObject({ closedAt: '2026-11-24T22:59:59.999Z' })
    expect((await issues(town.municipality.id)).items[0]).toMatchObject({ messages: 1, openMeldingen: 0 })
    expect(await store.issues.recount(town.municipality.id)).toEqual([])
    await lane.close()
  })

  test('a revision that is thought about while the message itself is still on its way to the store stays in its issue', async () => {
    const town = await openTestTown(store)
    const lane = await town.openLane()
    const full = Array.from({ length: BATCH_LIMIT }, (_, number) => rawMelding(number))
    await town.accept.acceptBatch(town.source, full)
    expect(await lane.step()).toBe(BATCH_LIMIT)
    await town.accept.acceptBatch(town.source, [
      rawMelding(1, { text: 'Nu doet ook de lantaarnpaal het niet', updatedAt: '2026-11-24T09:05:00Z' }),
    ])
    expect(await lane.step()).toBe(1)
    expect(await lane.step()).toBe(0)
    expect((await issues(town.municipality.id)).items).toMatchObject([{ messages: BATCH_LIMIT, voices: BATCH_LIMIT }])
    expect(await store.issues.recount(town.municipality.id)).toEqual([])
    await lane.close()
  })

  test('a correction changes how the next like message is read, also after a restart, until it is taken back or its text erased', async () => {
    const town = await openTestTown(store)
    const { id } = town.municipality
    let lane = await town.openLane()
    const text = 'De wiebelplaat in het Havenkwartier wiebelt, iedereen struikelt over die wiebelplaat'
    const categoryOf = async (number: number) => {
      await town.accept.acceptBatch(town.source, [rawMelding(number, { text })])
      await town.settle(lane)
      const { items } = await search(id)
      return items.find(({ externalId }) => externalId === `melding-${number}`)!
    }
    const command = async (input: Parameters<typeof store.walk.addCommand>[1]) => {
      await store.walk.addCommand(id, input, town.clock.now)
      await town.settle(lane)
    }
    const first = await categoryOf(1)
    const machine = first.reading!.category
    expect(machine.main).not.toBe('schoon')
    await command({ type: 'correct', message: first.id, correction: { category: { main: 'schoon', sub: 'graffitiwildplak' } }, by: null })
    expect((await categoryOf(2)).reading).toMatchObject({ category: { main: 'schoon', sub: 'graffitiwildplak' } })
    await lane.close()
    lane = await town.openLane()
    expect((await categoryOf(3)).reading).toMatchObject({ category: { main: 'schoon' } })
    await command({ type: 'withdraw', message: first.id, by: null })
    expect((await store.messages.byId(id, first.id))!.reading!.category).toEqual(machine)
    expect((await categoryOf(4)).reading!.category).toEqual(machine)
    await command({ type: 'correct', message: first.id, correction: { category: { main: 'schoon', sub: 'graffitiwildplak' } }, by: null })
    expect((await categoryOf(5)).reading!.category.main).toBe('schoon')
    town.clock.now = new Date('2036-11-24T09:00:00Z')
    await lane.sweep()
    expect((await categoryOf(6)).reading!.category).toEqual(machine)
    expect(await store.issues.recount(id)).toEqual([])
    await lane.close()
  })

  test('a restart in the middle of a stream gives the same issues as no restart', async () => {
    const stream = Array.from({ length: 60 }, (_, number) =>
      rawMelding(number, {
        text: ['Bruin water uit de kraan', 'Lantaarnpaal kapot bij het plein', 'Container zit vol en stinkt'][number % 3]!,
        location: number % 2 === 0 ? { lat: 52.605, lon: 5.305 } : { lat: 52.605, lon: 5.315 },
        createdAt: new Date(Date.parse('2026-11-24T08:00:00Z') + number * 60_000).toISOString(),
      }),
    )
    const grouping = async (restartAfter: number) => {
      const town = await openTestTown(store)
      let lane = await town.openLane()
      for (const [number, raw] of stream.entries()) {
        await town.accept.acceptBatch(town.source, [raw])
        await town.settle(lane)
        if (number !== restartAfter) continue
        await lane.close()
        lane = await town.openLane()
      }
      await lane.close()
      const { items } = await search(town.municipality.id)
      const names = new Map<string | null, number>()
      const nameOf = (issue: string | null) => {
        if (!names.has(issue)) names.set(issue, names.size)
        return names.get(issue)!
      }
      return items.map(({ issue }) => nameOf(issue))
    }
    const unbroken = await grouping(-1)
    expect(new Set(unbroken).size).toBeGreaterThan(1)
    expect(await grouping(31)).toEqual(unbroken)
  })

  test('a message whose source is gone is set aside with its error and stops no other', async () => {
    const town = await openTestTown(store)
    const other = await openTestTown(store)
    const lane = await town.openLane()
    const stray = { ...town.source, id: other.source.id }
    await town.accept.acceptBatch(stray, [rawMelding(1)])
    await town.accept.acceptBatch(town.source, [rawMelding(2)])
    await town.settle(lane)
    expect((await search(town.municipality.id)).total).toBe(1)
    const [aside] = await store.inbox.listSetAside(town.municipality.id)
    expect(aside?.error).toContain('expected a source of municipality')
    expect(await store.inbox.retrySetAside(town.municipality.id, town.clock.now)).toBe(1)
    expect(await store.inbox.count(town.municipality.id)).toBe(1)
    await lane.close()
  })

  test('an issue is resolved when all its meldingen are closed, and comes back with one that was written later, not with one that was only late', async () => {
    const town = await openTestTown(store)
    const lane = await town.openLane()
    const statusNow = async () => (await issues(town.municipality.id)).items.map(({ status }) => status)
    await town.accept.acceptBatch(town.source, [rawMelding(1), rawMelding(2)])
    await town.settle(lane)
    await town.accept.acceptBatch(town.source, [rawMelding(1, { closedAt: '2026-11-24T08:55:00Z' })])
    await town.settle(lane)
    await lane.sweep()
    expect(await statusNow()).toEqual(['open'])
    await town.accept.acceptBatch(town.source, [rawMelding(2, { closedAt: '2026-11-24T08:55:00Z' })])
    await town.settle(lane)
    await lane.sweep()
    expect(await statusNow()).toEqual(['resolved'])
    town.clock.now = new Date('2026-11-24T10:00:00Z')
    await town.accept.acceptBatch(town.source, [rawMelding(3, { createdAt: '2026-11-24T08:54:00Z' })])
    await town.settle(lane)
    await lane.sweep()
    expect(await statusNow()).toEqual(['resolved'])
    await town.accept.acceptBatch(town.source, [rawMelding(4, { createdAt: '2026-11-24T08:56:00Z' })])
    await town.settle(lane)
    await lane.sweep()
    expect(await statusNow()).toEqual(['regressed'])
    await lane.close()
  })

  test('the sweep takes out the words of messages past the retention of their source, and leaves the counts', async () => {
    const town = await openTestTown(store)
    const lane = await town.openLane()
    const DAY_MS = 86_400_000
    await town.accept.acceptBatch(town.source, [rawMelding(1), rawMelding(2)])
    await town.settle(lane)
    const textsAfter = async (days: number) => {
      town.clock.now = new Date(town.clock.now.getTime() + days * DAY_MS)
      await lane.sweep()
      return (await search(town.municipality.id)).items.map(({ text }) => text !== '')
    }
    expect(await textsAfter(town.source.retentionDays)).toEqual([true, true])
    expect(await textsAfter(1)).toEqual([false, false])
    expect((await issues(town.municipality.id)).items).toMatchObject([{ messages: 2, voices: 2 }])
    await lane.close()
  })

  test('people merge and split issues, and the counters follow', async () => {
    const town = await openTestTown(store)
    const lane = await town.openLane()
    await town.accept.acceptBatch(town.source, [
      rawMelding(1),
      rawMelding(2),
      rawMelding(3, { text: 'Lantaarnpaal kapot', location: { lat: 52.605, lon: 5.315 } }),
    ])
    await town.settle(lane)
    const { items } = await issues(town.municipality.id)
    expect(items).toHaveLength(2)
    const [into, other] = items.map((issue) => issue.id)
    await store.walk.addCommand(town.municipality.id, { type: 'merge', into: into!, issues: [other!], by: null }, town.clock.now)
    await lane.step()
    expect((await store.issues.byId(town.municipality.id, into!))?.messages).toBe(3)
    const { items: messages } = await search(town.municipality.id)
    const newIssue = '01980000-0000-7000-8000-000000000001'
    await store.walk.addCommand(
      town.municipality.id,
      { type: 'split', issue: into!, messages: [messages[2]!.id], newIssue, by: null },
      town.clock.now,
    )
    await lane.step()
    expect((await store.issues.byId(town.municipality.id, newIssue))?.messages).toBe(1)
    expect(await store.issues.recount(town.municipality.id)).toEqual([])
    await lane.close()
  })
})
