import { COUNTED_BY } from '@rumoer/contracts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from './store.ts'
import { TEST_STORES } from './testing/open-test-store.ts'
import { NOW, openTestTown, type TestTown } from './testing/test-town.ts'

const MOODS = ['negative', 'neutral', 'positive'] as const
const BUURTEN = ['BU99010101', 'BU99010102', 'BU99010201', null]
const CATEGORIES = ['wegen', 'afval', 'schoon']

describe.each(TEST_STORES)('counts of a search on $name', ({ open }) => {
  let store: Store
  let town: TestTown
  beforeAll(async () => {
    store = await open()
    town = await openTestTown(store)
    const said = Array.from({ length: 24 }, (_, at) => ({
      key: `m${at}`,
      text: at % 3 === 0 ? 'De lantaarnpalen branden niet' : 'De boom is omgewaaid',
      channel: at % 4 === 0 ? 'facebook' : 'form',
      kind: at % 4 === 0 ? ('post' as const) : ('melding' as const),
    }))
    await town.accept(said)
    await town.walk(({ key }) => {
      const at = Number(key.slice(1))
      return {
        issue: 'een',
        mood: MOODS[at % 3]!,
        areaCode: BUURTEN[at % 4]!,
        category: { main: CATEGORIES[at % 3]!, sub: 'iets' },
      }
    })
    const { items } = await store.messages.search(town.id, { limit: 2, total: false })
    for (const [at, correction] of [{ facets: ['question' as const, 'urgent' as const] }, { roles: ['pers' as const] }].entries()) {
      const body = { type: 'correct' as const, message: items[at]!.id, correction, by: null }
      await store.walk.addCommand(town.id, body, NOW)
      for (const command of await store.walk.commands(town.id))
        await store.walk.commitCommand(town.ownership, command, {
          moved: [],
          opened: [],
          touched: [],
          states: [],
          retired: [],
          mergedInto: [],
          now: NOW,
        })
    }
  })
  afterAll(() => store.close())

  const lengthOf = async (filter: Parameters<Store['messages']['counts']>[1]) =>
    (await store.messages.search(town.id, { limit: 1, total: true, ...filter })).total

  test.each<Parameters<Store['messages']['counts']>[1]>([
    {},
    { q: 'lantaarnpaal' },
    { channel: 'form', sentiment: 'negative' as const },
    { area: 'WK990101' },
    { facet: 'question' as const },
  ])('every count of %j is the length of the list it leads to', async (filter) => {
    const counts = await store.messages.counts(town.id, filter)
    expect(counts.total).toBe(await lengthOf(filter))
    expect(counts.total).toBeGreaterThan(0)
    for (const name of COUNTED_BY)
      for (const { value, messages } of counts[name])
        expect([name, value, messages]).toEqual([name, value, await lengthOf({ ...filter, [name]: value })])
  })

  test('a chosen filter leaves its other choices, and what a person corrected is counted as they see it', async () => {
    const counts = await store.messages.counts(town.id, { channel: 'facebook' })
    expect(counts.channel.map(({ value }) => value)).toEqual(['form', 'facebook'])
    expect(counts.kind.map(({ value }) => value)).toEqual(['post'])
    const all = await store.messages.counts(town.id, {})
    expect(all.facet.map(({ value, messages }) => [value, messages])).toEqual([
      ['melding', 23],
      ['question', 1],
      ['urgent', 1],
    ])
    expect(all.role).toEqual([{ value: 'pers', messages: 1 }])
  })

  test('nothing found is nothing counted', async () => {
    const { seq: _seq, ...counts } = await store.messages.counts(town.id, { q: 'zeemeermin', channel: 'form' })
    expect(counts).toEqual({ total: 0, channel: [], kind: [], category: [], area: [], sentiment: [], facet: [], role: [] })
  })
})
