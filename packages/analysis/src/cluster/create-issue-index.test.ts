import fc from 'fast-check'
import { expect, test } from 'vitest'
import { xorshift } from '../maths/xorshift.ts'
import type { ClusterItem } from './cluster-item.ts'
import { createIssueIndex, type IssueIndexOptions } from './create-issue-index.ts'

const START = Date.parse('2026-11-24T09:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const HAVEN = 'BU99010101'
const NOORD = 'BU99010201'
const LAMP = { main: 'wegen-verkeer-straatmeubilair', sub: 'lantaarnpaal-straatverlichting' }
const WASTE = { main: 'afval', sub: 'grofvuil' }
const NAMES: Record<string, string> = { [HAVEN]: 'Havenkwartier', [NOORD]: 'Noord' }

let made = 0
const item = (text: string, over: Partial<ClusterItem> = {}): ClusterItem => ({
  id: `m${++made}`,
  text,
  language: 'nl',
  createdAt: START,
  areaCode: null,
  lat: null,
  lon: null,
  category: { main: 'unknown', sub: 'unknown' },
  kind: 'post',
  channel: 'facebook',
  closed: false,
  ...over,
})
const ids =
  (from = 0, prefix = 'issue-') =>
  () =>
    `${prefix}${++from}`
const open = (options: Partial<IssueIndexOptions> = {}) =>
  createIssueIndex({ newIssueId: ids(), areaName: (code) => NAMES[code] ?? null, ...options })

test('one incident told in four channels, with and without a place, becomes one issue', () => {
  const index = open()
  const told = [
    item('Bruin water uit de kraan in het Havenkwartier', { areaCode: HAVEN }),
    item('Mevrouw meldt bruin water uit de kraan sinds vanochtend.', { areaCode: HAVEN, kind: 'contact', channel: 'telephone' }),
    item('Is dat bruine water uit de kraan wel veilig om te drinken?', { channel: 'email', kind: 'mail' }),
    item('Waterbedrijf onderzoekt bruin water in Havenkwartier', { areaCode: HAVEN, kind: 'article', channel: 'news-site' }),
  ]
  const placed = told.map((one) => index.place(one))
  expect(new Set(placed.map(({ issueId }) => issueId)).size).toBe(1)
  expect(placed[0]).toMatchObject({ isNew: true, score: 0 })
  expect(placed[1]!.reasons).toEqual(
    expect.arrayContaining(['plaats: hetzelfde gebied', expect.stringContaining('woorden: bruin, water, kraan')]),
  )
})

test('a complaint copied with a few words changed is an echo within 50 metres and 24 hours; the same trouble in own words is not', () => {
  const index = open()
  const here = { areaCode: HAVEN, category: WASTE, lat: 52.1, lon: 6.1 }
  const complaint = 'Alweer een kapotte bank en natte matrassen naast de ondergrondse container, ratten lopen over het speelveld'
  const copied = 'Beste gemeente, alweer een kapotte bank en natte matrassen naast de ondergrondse container, ratten op het speelveld'
  const own = 'Kunt u het grofvuil bij de container komen ophalen? Een bank en matrassen, kinderen kunnen er niet meer spelen'
  expect(index.place(item(complaint, here)).isEcho).toBe(false)
  expect(index.place(item(copied, { ...here, createdAt: START + HOUR }))).toMatchObject({ isNew: false, isEcho: true })
  expect(index.place(item(own, { ...here, createdAt: START + HOUR })).isEcho).toBe(false)
  expect(index.place(item(copied, { ...here, lat: 52.1006, createdAt: START + HOUR })).isEcho).toBe(false)
  expect(index.place(item(copied, { ...here, createdAt: START + 26 * HOUR })).isEcho).toBe(false)
  expect(index.place(item(copied, { areaCode: HAVEN, category: WASTE, createdAt: START + HOUR })).isEcho).toBe(false)
})

test('two incidents of one kind at the same time in two buurten stay two', () => {
  const index = open()
  const texts = ['Stroomstoring, hele straat zonder licht', 'Weer een stroomstoring, alles is uit', 'Al een uur stroomstoring hier']
  const haven = texts.map((text) => index.place(item(text, { areaCode: HAVEN })).issueId)
  const noord = texts.map((text) => index.place(item(text, { areaCode: NOORD })).issueId)
  expect(new Set(haven).size).toBe(1)
  expect(new Set(noord).size).toBe(1)
  expect(haven[0]).not.toBe(noord[0])
})

test('meldingen without text join by kind, place and time: the same heap, not the next one, not another kind, not next month', () => {
  const index = open()
  const heap = { category: WASTE, areaCode: HAVEN, lat: 52.1, lon: 6.1 }
  const first = index.place(item('', heap)).issueId
  expect(index.place(item('', { ...heap, lat: 52.1002, createdAt: START + HOUR })).issueId).toBe(first)
  expect(index.place(item('', { ...heap, lat: 52.106 })).isNew).toBe(true)
  expect(index.place(item('', { ...heap, category: { main: 'afval', sub: 'huisafval' } })).isNew).toBe(true)
  expect(index.place(item('', { ...heap, createdAt: START + 30 * 24 * HOUR })).isNew).toBe(true)
})

test('a broken lamp 400 metres on is another lamp, in the same words', () => {
  const index = open()
  const lamp = { category: LAMP, areaCode: HAVEN, lat: 52.1, lon: 6.1 }
  const first = index.place(item('Lantaarnpaal kapot', lamp))
  expect(index.place(item('Lantaarnpaal kapot', { ...lamp, lat: 52.1036 })).isNew).toBe(true)
  expect(index.place(item('Lantaarnpaal kapot', lamp)).issueId).toBe(first.issueId)
})

const DOGS = { main: 'schoon', sub: 'uitwerpselen' }

test('what is said in other words of the same kind in the same buurt joins what is spoken of there, and nothing in the next buurt', () => {
  const index = open()
  const here = { areaCode: HAVEN, category: DOGS }
  const first = index.place(item('Drie drollen voor de deur', here)).issueId
  expect(index.place(item('Poepzakje in de boom gehangen, leg uit', { ...here, createdAt: START + HOUR })).issueId).toBe(first)
  expect(index.place(item('Paardenvijgen op het hele fietspad', { ...here, areaCode: NOORD, createdAt: START + HOUR })).isNew).toBe(true)
  expect(index.place(item('Kleinzoon viel er met zijn handjes in', { ...here, createdAt: START + 20 * 24 * HOUR })).isNew).toBe(true)
})

test('who names no place joins the issue of the kind that most people speak of now', () => {
  const index = open()
  const told = (text: string, areaCode: string | null, hours: number) =>
    index.place(item(text, { areaCode, category: DOGS, createdAt: START + hours * HOUR })).issueId
  const quiet = told('Hondenpoep bij de speeltuin', NOORD, 0)
  const busy = told('Drie drollen voor de deur', HAVEN, 1)
  for (const text of ['Poepzakje in de boom', 'Stoep weer vol', 'Gras onbruikbaar geworden']) told(text, HAVEN, 2)
  expect(quiet).not.toBe(busy)
  expect(told('Alweer erin getrapt', null, 3)).toBe(busy)
  expect(told('Alweer erin getrapt vanavond', null, 200)).not.toBe(busy)
})

test('chatter and lone messages get an issue of their own, also without any word or place', () => {
  const index = open()
  const alone = ['Fijne vakantie allemaal!', 'Iemand nog een goede loodgieter?', 'Wat een mooie zonsondergang', '', '']
  expect(new Set(alone.map((text) => index.place(item(text)).issueId)).size).toBe(5)
})

test('an issue cools: without messages it leaves the index after 14 days, and words and counts leave with it', () => {
  const index = open()
  const { issueId } = index.place(item('Bruin water uit de kraan'))
  expect(index.retire(START + 13 * 24 * HOUR)).toEqual([])
  expect(index.retire(START + 15 * 24 * HOUR)).toEqual([issueId])
  expect([index.has(issueId), index.size]).toEqual([false, 0])
  expect(index.place(item('Bruin water uit de kraan', { createdAt: START + 15 * 24 * HOUR }))).toMatchObject({ isNew: true, score: 0 })
})

test('the title says what and where, stays while the issue grows, and names nobody', () => {
  const index = open()
  const { issueId } = index.place(item('Bij ons komt er bruin water uit de kraan, Havenkwartier', { areaCode: HAVEN }))
  const title = () => index.describe(issueId, START).title
  expect(title()).toBe('Bruin water uit de kraan, Havenkwartier')
  for (let number = 0; number < 30; number++) {
    index.place(
      item(['Bruin water uit de kraan', 'Kraan geeft bruin water, help', 'Ook hier bruin water'][number % 3]!, { areaCode: HAVEN }),
    )
    expect(title()).toBe('Bruin water uit de kraan, Havenkwartier')
  }
  const named = index.place(
    item('Meneer Jan de Vries van nummer 5 parkeert zijn bus op de stoep, bel [telefoon]', { areaCode: NOORD }),
  ).issueId
  expect(index.describe(named, START).title).toBe('Bus op de stoep, Noord')
  expect(index.describe(named, START).keywords.join(' ')).not.toMatch(/jan|vries|telefoon/i)
  const silent = index.place(item('', { areaCode: HAVEN, lat: 52, lon: 6, category: WASTE })).issueId
  expect(index.describe(silent, START).title).toBe('Grofvuil op straat, Havenkwartier')
})

test('a category for what fits no other does not name an issue: its own words do', () => {
  const index = open()
  const category = { main: 'overig', sub: 'overig' }
  const told = [
    'Kraan bruin, wat nu',
    'Waarom is het water bruin vandaag',
    'Ik zie alleen bruin uit onze kraan komen',
    'Bah, dat water: bruin!',
    'Wie weet waarom de kraan bruin geeft',
  ].map((text) => index.place(item(text, { areaCode: HAVEN, category })).issueId)
  expect(new Set(told).size).toBe(1)
  expect(index.describe(told[0]!, START).title).toMatch(/bruin.*, Havenkwartier$/i)
  const silent = index.place(item('', { areaCode: NOORD, lat: 52, lon: 6, category })).issueId
  expect(index.describe(silent, START).title).toBe('Overig bericht, Noord')
})

test('a category that few of the messages have does not name an issue', () => {
  const index = open()
  const DRAIN = { main: 'wegen-verkeer-straatmeubilair', sub: 'put-riolering-verstopt' }
  const told = [
    'Kraan bruin, wat nu',
    'Waarom is het water bruin vandaag',
    'Ik zie alleen bruin uit onze kraan komen',
    'Bah, dat water: bruin!',
    'Wie weet waarom de kraan bruin geeft',
  ].map((text, at) => index.place(item(text, { areaCode: HAVEN, ...(at < 2 ? { category: DRAIN } : {}) })).issueId)
  expect(new Set(told).size).toBe(1)
  expect(index.describe(told[0]!, START)).toMatchObject({ category: DRAIN, title: expect.stringMatching(/bruin.*, Havenkwartier$/i) })
})

test('the line counts messages per hour over 48 hours and ends with the present hour', () => {
  const index = open()
  const { issueId } = index.place(item('Bruin water uit de kraan'))
  index.place(item('Bruin water uit de kraan', { createdAt: START + 2 * HOUR }))
  const { line, lineEndsAt, firstAt, lastAt } = index.describe(issueId, START + 2 * HOUR + 30 * MINUTE)
  expect(line).toHaveLength(48)
  expect(line.slice(-3)).toEqual([1, 0, 1])
  expect([lineEndsAt, firstAt, lastAt]).toEqual([START + 3 * HOUR, START, START + 2 * HOUR])
})

test('people merge, split and forbid, and the index obeys from the next message on and after a restart', () => {
  const index = open()
  const water = index.place(item('Bruin water uit de kraan in huis', { areaCode: HAVEN })).issueId
  const lift = index.place(item('Lift in de flat weer stuk', { areaCode: HAVEN })).issueId
  index.merge(water, [lift, 'long-gone'])
  expect([index.has(lift), index.size]).toEqual([false, 1])
  expect(index.place(item('Lift in de flat weer stuk', { areaCode: HAVEN })).issueId).toBe(water)
  const moved = item('Lift in de flat weer stuk', { areaCode: HAVEN })
  expect(index.place(moved).issueId).toBe(water)
  index.move(moved, water, 'split-off')
  index.forbid(moved.id, water)
  expect(index.place(moved).issueId).not.toBe(water)
  const again = open({ states: [water, 'split-off'].map((issueId) => ({ issueId, state: index.stateOf(issueId) })) })
  expect(again.place(moved).issueId).toBe('split-off')
  expect(again.proposeMerge(0)).toEqual([])
  expect(() => index.open(water, moved)).toThrow(/open already/)
})

test('what went into an issue that had cooled is open under its id', () => {
  const index = open()
  const lift = index.place(item('Lift in de flat weer stuk', { areaCode: HAVEN })).issueId
  index.merge('cooled', [lift])
  expect([index.has('cooled'), index.size]).toEqual([true, 1])
  expect(index.place(item('Lift in de flat weer stuk', { areaCode: HAVEN })).issueId).toBe('cooled')
  index.merge('nowhere', ['long-gone'])
  expect(index.has('nowhere')).toBe(false)
})

test('two issues that people keep apart are not merged by machine, also after a restart, until people take that back', () => {
  const index = open()
  const told = item('Grote schrik bij de zwevende melkfabriek')
  index.open('een', told)
  index.open('twee', item('Onderzoek zwevende melkfabriek duurt langer', { createdAt: START + HOUR }))
  expect(index.proposeMerge(0)).toMatchObject([{ into: 'een', from: 'twee' }])
  index.part('een', 'twee')
  expect([index.areApart('twee', 'een'), index.proposeMerge(0)]).toEqual([true, []])
  const again = open({ states: ['een', 'twee'].map((issueId) => ({ issueId, state: index.stateOf(issueId) })) })
  expect(again.proposeMerge(0)).toEqual([])
  again.forbid(told.id, 'twee')
  again.allow('een', 'twee', [told.id])
  expect([again.areApart('een', 'twee'), again.proposeMerge(0)]).toMatchObject([false, [{ into: 'een' }]])
})

test('two issues that grow into one are proposed for a merge, the older one stays', () => {
  const index = open()
  index.open('old', item('Brand bij de oude melkfabriek', { areaCode: HAVEN }))
  index.open('new', item('Grote brand melkfabriek, veel rook', { areaCode: HAVEN }))
  index.open('far', item('Grote brand melkfabriek, veel rook', { areaCode: NOORD }))
  expect(index.proposeMerge(0)).toEqual([expect.objectContaining({ into: 'old', from: 'new' })])
})

test('the memory of an issue is bounded and survives JSON whatever is thrown at it', () => {
  const index = open()
  index.open('big', item('begin'))
  for (let number = 0; number < 400; number++) {
    index.move(
      item(Array.from({ length: 12 }, (_, at) => `woord${number}x${at}`).join(' '), {
        areaCode: `BU9901${1000 + (number % 40)}`,
        lat: 52 + number / 1000,
        lon: 6,
        category: { main: `m${number % 20}`, sub: 's' },
        createdAt: START + number * HOUR,
      }),
      null,
      'big',
    )
    index.forbid(`f${number}`, 'big')
  }
  const state = JSON.stringify(index.stateOf('big'))
  expect(state.length).toBeLessThan(8_000)
  expect(JSON.parse(state).terms.length).toBeLessThanOrEqual(48)
  expect(JSON.parse(state)).toEqual(index.stateOf('big'))
  expect(() => open({ states: [{ issueId: 'x', state: { version: 9 } }] })).toThrow(/state of issue x/)
})

/** A small town's chatter: a few incidents, words in common, some with place, kind or no text at all. */
function randomStream(seed: number, length: number): ClusterItem[] {
  const random = xorshift(seed)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  const words =
    'water kraan bruin stank fabriek lamp kapot stoep scooter jongeren vuil container vol boom gevallen brug open verkeer druk school veilig lawaai muziek feest hond poep'.split(
      ' ',
    )
  return Array.from({ length }, (_, number) => {
    const located = random() < 0.4
    return item(random() < 0.15 ? '' : Array.from({ length: 2 + Math.floor(random() * 6) }, () => pick(words)).join(' '), {
      id: `s${seed}-${number}`,
      createdAt: START + number * 7 * MINUTE,
      areaCode: random() < 0.7 ? pick([HAVEN, NOORD, 'BU99010102']) : null,
      lat: located ? 52 + random() * 0.01 : null,
      lon: located ? 6 + random() * 0.01 : null,
      category:
        random() < 0.6
          ? pick([LAMP, WASTE, { main: 'overlast-bedrijven-en-horeca', sub: 'stankoverlast' }])
          : { main: 'unknown', sub: 'unknown' },
    })
  })
}

test('an index rebuilt from its states at any moment goes on exactly as the one that never stopped', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 159 }), (seed, cut) => {
      const stream = randomStream(seed, 160)
      const index = open()
      const opened: string[] = []
      for (const one of stream.slice(0, cut)) {
        const { issueId, isNew } = index.place(one)
        if (isNew) opened.push(issueId)
      }
      if (cut % 3 === 0 && opened.length > 2) index.merge(opened[0]!, [opened[2]!])
      if (cut % 2 === 0) index.retire(stream[cut]!.createdAt + 13.9 * 24 * HOUR)
      const states = opened
        .filter((id) => index.has(id))
        .map((issueId) => ({ issueId, state: JSON.parse(JSON.stringify(index.stateOf(issueId))) }))
      const again = open({ states, newIssueId: ids(opened.length) })
      const rest = stream.slice(cut)
      expect(rest.map((one) => again.place(one))).toEqual(rest.map((one) => index.place(one)))
      expect(again.proposeMerge(START)).toEqual(index.proposeMerge(START))
      for (const { issueId } of states) expect(again.describe(issueId, START)).toEqual(index.describe(issueId, START))
    }),
    { numRuns: 40 },
  )
})

test('the same stream gives the same issues, and every score is a finite number', () => {
  const run = () => {
    const index = open()
    return randomStream(3, 400).map((one) => index.place(one))
  }
  expect(run()).toEqual(run())
  for (const { score } of run()) expect(Number.isFinite(score) && score >= 0).toBe(true)
})
