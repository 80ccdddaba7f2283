import type { ReputationReport } from '@rumoer/contracts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store, WalkedMessage } from './store.ts'
import { TEST_STORES } from './testing/open-test-store.ts'
import { openTestTown, type TestTown } from './testing/test-town.ts'

const HOUR_MS = 3_600_000
const AREAS = [null, 'GM9901', 'WK990101', 'BU99010101', 'BU99010102', 'BU99010201']
const CATEGORIES = [
  { main: 'wegen', sub: 'gat' },
  { main: 'overig', sub: 'overig' },
  { main: 'afval', sub: 'overig' },
]

describe.each(TEST_STORES)('a reputation report on $name', ({ open }) => {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })
  afterAll(() => store.close())

  /** Every number of the report beside the length of the list that its query gives. */
  async function expectNumbersToOpenTheirMessages(town: TestTown, report: ReputationReport): Promise<void> {
    const found = async (query: Record<string, string>) => (await store.messages.search(town.id, { ...query, limit: 1, total: true })).total
    const rows = [report.volume, ...report.themes, ...report.areas, ...report.channels]
    for (const { now, query } of rows) expect(await found(query), JSON.stringify(query)).toBe(now)
    for (const { messages, query } of report.days) expect(await found(query), JSON.stringify(query)).toBe(messages)
    for (const mood of ['negative', 'neutral', 'positive'] as const)
      expect(await found(report.sentiment.queries[mood]!)).toBe(report.sentiment.now[mood])
    expect(report.days.reduce((sum, { messages }) => sum + messages, 0)).toBe(report.volume.now)
  }

  test('every number equals its list, whatever the messages, also over the change of the clock', async () => {
    const message = fc.record({
      hour: fc.integer({ min: -9 * 24, max: 9 * 24 }),
      area: fc.constantFrom(...AREAS),
      category: fc.constantFrom(...CATEGORIES),
      channel: fc.constantFrom('form', 'facebook'),
      mood: fc.constantFrom<WalkedMessage['mood']>('negative', 'neutral', 'positive'),
      issue: fc.constantFrom('een', 'twee'),
    })
    const filter = fc.record({
      on: fc.constantFrom('2026-10-25', '2026-03-29', '2026-11-24'),
      period: fc.constantFrom('week' as const, 'month' as const),
      area: fc.constantFrom(undefined, 'GM9901', 'WK990101', 'BU99010101'),
      channel: fc.constantFrom(undefined, 'form'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(message, { maxLength: 40 }), filter, async (messages, query) => {
        const town = await openTestTown(store)
        const middle = Date.parse(`${query.on}T12:00:00Z`)
        await town.accept(
          messages.map(({ hour, channel }, n) => ({ key: String(n), channel, createdAt: new Date(middle + hour * HOUR_MS) })),
        )
        await town.walk(({ key }) => {
          const { area, category, mood, issue } = messages[Number(key)]!
          return { issue, mood, category, areaCode: area }
        })
        const report = await store.reports.reputation(town.id, query, new Date(middle))
        await expectNumbersToOpenTheirMessages(town, report)
        const before = await store.messages.search(town.id, {
          ...report.filters,
          from: report.period.beforeFrom,
          to: report.period.from,
          limit: 1,
          total: true,
        })
        expect(report.volume.before).toBe(before.total)
        await town.ownership.release()
      }),
      { numRuns: 20 },
    )
  })

  test('a week begins on Monday in Amsterdam and has seven days, also when one has 25 hours', async () => {
    const town = await openTestTown(store)
    await town.accept([{ key: 'a', createdAt: new Date('2026-10-18T22:30:00Z') }])
    await town.walk(() => ({ issue: 'een' }))
    const report = await store.reports.reputation(town.id, { period: 'week', on: '2026-10-25' }, new Date('2026-10-22T10:00:00Z'))
    expect(report.period).toEqual({
      kind: 'week',
      from: '2026-10-18T22:00:00.000Z',
      to: '2026-10-25T23:00:00.000Z',
      beforeFrom: '2026-10-11T22:00:00.000Z',
    })
    expect(report.days.map(({ on }) => on)).toEqual([
      '2026-10-19',
      '2026-10-20',
      '2026-10-21',
      '2026-10-22',
      '2026-10-23',
      '2026-10-24',
      '2026-10-25',
    ])
    expect(report.days[0]).toMatchObject({ messages: 1, negative: 1 })
    expect(report.gaps).toEqual(['2026-10-20', '2026-10-21'])
    expect(report).toMatchObject({ sources: ['Proef'], issues: [{ id: town.issueId('een'), messages: 1, voices: 1 }], filters: {} })
  })

  test('wijken are compared; inside a wijk its buurten', async () => {
    const town = await openTestTown(store)
    const places = ['BU99010101', 'BU99010102', 'BU99010201', 'WK990101', null]
    await town.accept(places.map((_, n) => ({ key: String(n) })))
    await town.walk(({ key }) => ({ issue: 'een', areaCode: places[Number(key)]! }))
    const of = async (area?: string) => {
      const { areas } = await store.reports.reputation(
        town.id,
        { period: 'month', on: '2026-11-01', area },
        new Date('2026-12-01T00:00:00Z'),
      )
      return areas.map(({ key, now }) => [key, now])
    }
    expect(await of()).toEqual([
      ['WK990101', 3],
      ['WK990102', 1],
    ])
    expect(await of('WK990101')).toEqual([
      ['BU99010101', 1],
      ['BU99010102', 1],
    ])
  })
})
