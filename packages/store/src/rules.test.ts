import { type DefaultRule, NO_FILTER, type Receiver, type RuleDefinition, type RuleFilter, ruleDefinition } from '@rumoer/contracts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NotTestedError, StaleVersionError } from './errors.ts'
import type { Store } from './store.ts'
import { TEST_STORES } from './testing/open-test-store.ts'
import { NOW, openTestTown, type Said } from './testing/test-town.ts'

const HOUR_MS = 3_600_000
const later = (hours: number) => new Date(NOW.getTime() + hours * HOUR_MS)
const definition = (name: string): RuleDefinition =>
  ruleDefinition.parse({
    name,
    level: 'attention',
    floors: { messages: 5, voices: 3, channels: 1 },
    when: { measure: 'signal', operator: '>=', threshold: 1 },
  })
const standard = (name: string): DefaultRule => ({ key: name, definition: definition(name) })
const RESULT = { perWeek: 1 } as never

describe.each(TEST_STORES)('rules on $name', ({ open }) => {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })
  afterAll(() => store.close())

  test('a new rule is not in force until a back-test of that very version was done', async () => {
    const town = await openTestTown(store)
    const { id, version } = await store.rules.add(town.id, { definition: definition('Eerste'), by: 'Bea', now: NOW })
    const goLive = (seen: number) => store.rules.change(town.id, id, { version: seen, live: true, by: 'Bea', now: later(1) })
    await expect(goLive(version)).rejects.toThrow(NotTestedError)
    expect(await store.rules.noteBacktest(town.id, id, version, RESULT, NOW)).toBe(true)
    expect(await goLive(version)).toMatchObject({ live: 1, version: 1, testedAt: NOW.toISOString() })
    const changed = await store.rules.change(town.id, id, { version: 1, definition: definition('Tweede'), by: 'Ali', now: later(2) })
    expect(changed).toMatchObject({ version: 2, live: 1, testedAt: null, updatedBy: 'Ali' })
    expect((await store.rules.live(town.id)).map((rule) => rule.definition.name)).toEqual(['Eerste'])
    await expect(goLive(2)).rejects.toThrow(NotTestedError)
    await expect(goLive(1)).rejects.toThrow(StaleVersionError)
    await store.rules.noteBacktest(town.id, id, 2, RESULT, NOW)
    await goLive(2)
    expect(await store.rules.live(town.id)).toMatchObject([{ id, version: 2, definition: { name: 'Tweede' } }])
  })

  test('a changed and tested definition in one request is still not tested', async () => {
    const town = await openTestTown(store)
    const { id } = await store.rules.add(town.id, { definition: definition('Eerste'), by: null, now: NOW })
    await store.rules.noteBacktest(town.id, id, 1, RESULT, NOW)
    const both = { version: 1, definition: definition('Anders'), live: true, by: null, now: NOW }
    await expect(store.rules.change(town.id, id, both)).rejects.toThrow(NotTestedError)
    expect(await store.rules.byId(town.id, id)).toMatchObject({ version: 1, live: null })
  })

  test('a municipality is given default rules once: not again after it removed them, and not twice at the same time', async () => {
    const town = await openTestTown(store)
    const both = [standard('Regel A'), standard('Regel B')]
    await Promise.all(Array.from({ length: 4 }, () => store.rules.seed(town.id, both, NOW)))
    const seeded = await store.rules.list(town.id)
    expect(seeded.map(({ definition: { name }, live }) => [name, live])).toEqual([
      ['Regel A', 1],
      ['Regel B', 1],
    ])
    const stamp = await store.rules.stamp(town.id)
    for (const { id } of seeded) expect(await store.rules.remove(town.id, id, later(1))).toBe(true)
    await store.rules.seed(town.id, both, later(2))
    expect([await store.rules.list(town.id), await store.rules.live(town.id)]).toEqual([[], []])
    expect(await store.rules.stamp(town.id)).not.toBe(stamp)
    expect(await store.rules.remove(town.id, seeded[0]!.id, later(3))).toBe(false)
  })

  test('a default rule that is new reaches who began before it, in force; what people changed or removed stays so', async () => {
    const town = await openTestTown(store)
    await store.rules.seed(town.id, [standard('Regel A'), standard('Regel B')], NOW)
    const [first, second] = await store.rules.list(town.id)
    await store.rules.change(town.id, first!.id, { version: 1, definition: definition('Van ons'), live: false, by: 'Bea', now: later(1) })
    await store.rules.remove(town.id, second!.id, later(1))
    const renamed = { ...standard('Regel A'), definition: definition('Regel A, anders') }
    await store.rules.seed(town.id, [renamed, standard('Regel B'), standard('Regel C')], later(2))
    expect((await store.rules.list(town.id)).map(({ definition: { name }, live, version }) => [name, live, version])).toEqual([
      ['Van ons', null, 2],
      ['Regel C', 1, 1],
    ])
    expect(await store.rules.live(town.id)).toMatchObject([{ version: 1, definition: { name: 'Regel C' } }])
  })

  test('a municipality with rules of its own alone is left as it is', async () => {
    const town = await openTestTown(store)
    await store.rules.add(town.id, { definition: definition('Van ons'), by: null, now: NOW })
    await store.rules.seed(town.id, [standard('Regel A')], NOW)
    expect((await store.rules.list(town.id)).map((rule) => rule.definition.name)).toEqual(['Van ons'])
  })

  test('rules stay inside their municipality; a replay has those of its original, with nobody to tell', async () => {
    const [one, other] = [await openTestTown(store), await openTestTown(store)]
    const mail = { channel: 'mail' as const, user: '0192f0c0-0000-7000-8000-000000000001', onCall: [], digest: false } satisfies Receiver
    await store.rules.seed(one.id, [{ key: 'a', definition: { ...definition('Regel A'), receivers: [mail] } }], NOW)
    const [rule] = await store.rules.list(one.id)
    expect(await store.rules.byId(other.id, rule!.id)).toBeNull()
    expect(await store.rules.change(other.id, rule!.id, { version: 1, live: false, by: null, now: NOW })).toBeNull()
    expect(await store.rules.noteBacktest(other.id, rule!.id, 1, RESULT, NOW)).toBe(false)
    const replay = await store.replays.create(one.id, { label: 'r', speed: 1, from: NOW, to: later(1), now: NOW })
    await store.rules.seed(replay.municipalityId, [standard('Regel B')], NOW)
    expect(await store.rules.live(replay.municipalityId)).toMatchObject([{ id: rule!.id, definition: { name: 'Regel A', receivers: [] } }])
  })

  test('a filter applies before counting: messages, voices, channels and mood are those of what passes', async () => {
    const town = await openTestTown(store)
    const said: (Said & { area?: string; mood?: 'negative' | 'positive'; main?: string })[] = [
      { key: 'a', channel: 'form', area: 'BU99010101' },
      { key: 'b', channel: 'form', area: 'BU99010101', voice: 'bewoner van a' },
      { key: 'c', channel: 'x', area: 'BU99010102', mood: 'positive' },
      { key: 'd', channel: 'x', area: 'BU99010201', main: 'afval', createdAt: later(-30) },
    ]
    await town.accept(said)
    await town.walk(({ key }) => {
      const { area, mood = 'negative', main = 'wegen' } = said.find((one) => one.key === key)!
      return { issue: 'een', areaCode: area ?? null, mood, category: { main, sub: 'overig' } }
    })
    const id = town.issueId('een')
    const count = async (filter: Partial<RuleFilter>, hours = 24) => {
      const counted = (await store.issues.counted(town.id, [id], { ...NO_FILTER, ...filter }, NOW)).get(id)
      const { messages, voices, channels, negative } = counted?.windows.find((window) => window.hours === hours) ?? { messages: 0 }
      return [messages, voices, channels, negative]
    }
    expect(await count({})).toEqual([3, 2, 2, 2])
    expect(await count({}, 168)).toEqual([4, 3, 2, 3])
    expect(await count({ channels: ['form'] })).toEqual([2, 1, 1, 2])
    expect(await count({ areas: ['WK990101'] }, 168)).toEqual([3, 2, 2, 2])
    expect(await count({ areas: ['BU99010102', 'BU99010201'] }, 168)).toEqual([2, 2, 1, 1])
    expect(await count({ categories: ['afval'] }, 168)).toEqual([1, 1, 1, 1])
    expect(await count({ sentiments: ['positive'] })).toEqual([1, 1, 1, 0])
    expect(await count({ facets: ['melding'], channels: ['x'] })).toEqual([1, 1, 1, 0])
    expect((await count({ facets: ['urgent'] }))[0]).toBe(0)
    expect((await count({ roles: ['raadslid'] }))[0]).toBe(0)
  })

  test('what a person corrected decides which messages pass', async () => {
    const town = await openTestTown(store)
    await town.accept([{ key: 'a' }, { key: 'b' }])
    await town.walk(() => ({ issue: 'een' }))
    const { items } = await store.messages.search(town.id, { limit: 10, total: false })
    await store.walk.addCommand(
      town.id,
      { type: 'correct', message: items[0]!.id, correction: { facets: ['urgent'], roles: ['ondernemer'] }, by: null },
      NOW,
    )
    const [command] = await store.walk.commands(town.id)
    await store.walk.commitCommand(town.ownership, command!, {
      moved: [],
      opened: [],
      touched: [],
      states: [],
      retired: [],
      mergedInto: [],
      now: NOW,
    })
    const id = town.issueId('een')
    const passing = async (filter: Partial<RuleFilter>) =>
      (await store.issues.counted(town.id, [id], { ...NO_FILTER, ...filter }, NOW)).get(id)?.windows[0]?.messages ?? 0
    expect([
      await passing({ facets: ['melding'] }),
      await passing({ facets: ['urgent'] }),
      await passing({ roles: ['ondernemer'] }),
    ]).toEqual([1, 1, 1])
    expect((await store.issues.counted(town.id, [id], NO_FILTER, NOW)).get(id)!.urgentShare).toBe(0.5)
  })

  test('an episode remembers the highest level told, also of closed alerts, until the issue was calm again', async () => {
    const town = await openTestTown(store)
    await town.accept([{ key: 'a' }])
    await town.walk(() => ({ issue: 'een' }))
    const issueId = town.issueId('een')
    const raise = (level: 'attention' | 'urgent', toldBy: string[], now: Date) =>
      store.alerts.raise(town.ownership, {
        issueId,
        level,
        title: 'Bruin water',
        areaCodes: [],
        observed: 9,
        expected: 1,
        windowHours: 6,
        sentence: 'Negen',
        rule: 'A',
        ruleId: RULE_A,
        ruleVersion: 1,
        toldBy,
        receivers: [],
        conditions: [],
        now,
      })
    const judge = (level: 'calm' | 'urgent', risenAt: Date | null, now: Date) =>
      store.issues.judge(town.ownership, [
        {
          issueId,
          level,
          risenAt,
          belowSince: null,
          escalates: false,
          heat: 1,
          why: null,
          timesNormal: null,
          line: [],
          lineEndsAt: now,
          now,
        },
      ])
    const episode = async () => (await store.alerts.episodes(town.id, [issueId])).get(issueId)
    expect(await episode()).toBeUndefined()
    const { alert } = await raise('urgent', [RULE_A], NOW)
    await judge('urgent', NOW, NOW)
    await raise('attention', [RULE_B], later(1))
    expect(await episode()).toEqual({ told: 'urgent', openBy: [RULE_A, RULE_B], last: { at: NOW, level: 'urgent' } })
    await store.alerts.change(town.id, alert.id, { status: 'closed', by: null, now: later(2) })
    expect(await episode()).toMatchObject({ told: 'urgent', openBy: null })
    await judge('calm', null, later(3))
    expect(await episode()).toEqual({ told: 'calm', openBy: null, last: { at: NOW, level: 'urgent' } })
    expect(await store.rules.outcomes(town.id, NOW)).toEqual([{ ruleId: RULE_A, conditions: [], outcome: 'acted-on' }])
    expect(await store.rules.outcomes(town.id, later(1))).toEqual([])
  })
})

const RULE_A = '0192f0c0-0000-7000-8000-00000000000a'
const RULE_B = '0192f0c0-0000-7000-8000-00000000000b'
