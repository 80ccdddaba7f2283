import type { Level, RuleDefinition, RuleVersion, Signal } from '@rumoer/contracts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Activity } from './activity.ts'
import { decide, type IssueSituation } from './decide.ts'
import { DEFAULT_RULES } from './default-rules.ts'
import { evaluateRule } from './evaluate-rule.ts'
import { heatOf } from './heat-of.ts'
import { levelRank } from './level-rank.ts'
import { measuresOf } from './measures.ts'
import { isOnDuty, nextTimeOfDay, quietUntil } from './quiet-until.ts'
import { settleLevel } from './settle-level.ts'

const MINUTE = 60_000
const NOW = Date.parse('2026-11-24T13:40:00Z')
const ID = '0192f0c0-0000-7000-8000-000000000001'

const activity = (messages: number, voices: number, channels: number, over: Partial<Activity> = {}): Activity => ({
  issueId: ID,
  title: 'Bruin water uit de kraan, Havenkwartier',
  level: 'calm',
  levelSince: NOW - 60 * MINUTE,
  status: 'open',
  areaCode: 'BU99010101',
  category: 'overig',
  heat: 0,
  why: null,
  messagesPerHour: [],
  windows: [1, 6, 24, 168].map((hours) => ({ hours, messages, voices, channels, negative: Math.round(messages / 2) })),
  messages,
  voices,
  channels,
  openMeldingen: 2,
  lastAt: NOW,
  ...over,
})
const burst = (observed: number, expected: number): Signal => ({
  kind: 'burst',
  issueId: ID,
  areaCode: 'BU99010101',
  category: 'overig',
  at: new Date(NOW).toISOString(),
  windowHours: 1,
  observed,
  expected,
  pValue: 1e-12,
  falseAlarmsPerYear: 52,
  level: 'attention',
  conditions: [],
  sentence: '',
})

const ALL_RULES: RuleVersion[] = DEFAULT_RULES.map(({ definition }, at) => ({ id: `rule-${at}`, version: 1, definition }))
/** Those that need a signal. */
const RULES = ALL_RULES.slice(0, 3)
const CALM: IssueSituation = {
  level: 'calm',
  status: 'open',
  muted: null,
  hasDoubled: false,
  sensitive: false,
  told: 'calm',
  openBy: null,
  last: null,
}
const judge = (signal: Signal | null, counted: Activity, over: Partial<IssueSituation> = {}, rules = RULES) =>
  decide(rules, () => ({ signal, activity: counted }), { ...CALM, level: counted.level, ...over }, NOW)
const toldBy = (decision: ReturnType<typeof judge>) => decision.telling.map(({ rule }) => rule.definition.name)
const URGENT = [burst(14, 1), activity(15, 14, 2)] as const

const spoken = (danger: number, rumour: number) =>
  [1, 6, 24].map((hours) => ({ hours, danger: { voices: danger, words: [] }, rumour: { voices: rumour, words: [] } }))

test('two voices that speak of danger are urgent and three with a rumour deserve attention, at ordinary volume', () => {
  const heard = (counted: Activity) => judge(null, counted, {}, ALL_RULES)
  expect(toldBy(heard(activity(3, 3, 1, { wording: spoken(2, 0) })))).toEqual(['Gevaar in weinig woorden'])
  expect(toldBy(heard(activity(3, 3, 1, { wording: spoken(0, 3) })))).toEqual(['Gerucht gaat rond'])
  expect(heard(activity(3, 3, 1, { wording: spoken(1, 2) })).level).toBe('calm')
  expect(heard(activity(2, 2, 1, { wording: spoken(2, 2) })).level).toBe('calm')
  expect(measuresOf(null, activity(3, 3, 1, { wording: spoken(2, 3) }), 168)).toMatchObject({ dangerVoices: 2, rumourVoices: 3 })
})

test('a burst over many voices and channels goes from attention to crisis, and every rule that holds tells it, the gravest first', () => {
  expect(judge(burst(6, 1), activity(7, 6, 1)).level).toBe('attention')
  expect(judge(...URGENT).level).toBe('urgent')
  const crisis = judge(burst(40, 0.1), activity(40, 40, 4))
  expect(crisis.level).toBe('crisis')
  expect(toldBy(crisis)).toEqual(['Crisis in wording', 'Loopt snel op', 'Meer dan normaal'])
})

test('a crisis needs three channels, and danger words make up for a smaller excess', () => {
  expect(judge(burst(40, 0.1), activity(40, 40, 2)).level).toBe('urgent')
  expect(judge(burst(40, 8), activity(40, 40, 4)).level).toBe('urgent')
  expect(judge(burst(40, 8), activity(40, 40, 4, { urgentShare: 0.3 })).level).toBe('crisis')
})

test('one voice or a few messages never alert, however the rest looks', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9_999 }),
      fc.integer({ min: 0, max: 9 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (messages, channels, urgentShare) => {
        expect(judge(burst(1, 0.01), activity(messages, 1, channels, { urgentShare })).telling).toEqual([])
        expect(judge(burst(2, 0.01), activity(2, 2, channels, { urgentShare })).telling).toEqual([])
        expect(judge(null, activity(messages, messages, channels, { urgentShare })).level).toBe('calm')
      },
    ),
  )
})

test('"waarom niet" has an answer: every rule with every condition, its value and threshold, and what holds it back', () => {
  const { verdicts } = judge(null, activity(3, 2, 1))
  expect(verdicts).toHaveLength(3)
  expect(verdicts[0]!.heldBack).toEqual(['conditions'])
  expect(verdicts[0]!.conditions).toContainEqual({
    name: 'onafhankelijke stemmen',
    scope: 'issue',
    value: 2,
    operator: '>=',
    threshold: 3,
    holds: false,
  })
  expect(verdicts[0]!.conditions.filter(({ holds }) => holds).map(({ name }) => name)).toEqual(['kanalen'])
  expect(verdicts[1]!.conditions.map(({ scope }) => scope)).toEqual(['issue', 'issue', 'issue', 'area', 'area', 'message'])
  expect(judge(null, activity(3, 2, 1), {}, [])).toEqual({ level: 'calm', escalates: false, verdicts: [], telling: [] })
})

test('an episode tells each level once, and again only on a higher level', () => {
  expect(toldBy(judge(...URGENT, { told: 'urgent' }))).toEqual([])
  expect(toldBy(judge(...URGENT, { told: 'attention' }))).toEqual(['Loopt snel op'])
  expect(judge(...URGENT, { told: 'urgent' }).verdicts[1]!.heldBack).toEqual(['told'])
})

test('a rule that comes to hold while an alert is open joins it, so that its own receivers hear of it too', () => {
  expect(toldBy(judge(...URGENT, { told: 'urgent', openBy: ['rule-1'] }))).toEqual(['Meer dan normaal'])
  expect(toldBy(judge(...URGENT, { told: 'urgent', openBy: ['rule-0', 'rule-1'] }))).toEqual([])
})

test('after a closed alert the same level stays silent for the repeat interval, a higher one does not', () => {
  const hoursAgo = (hours: number) => ({ at: NOW - hours * 60 * MINUTE, level: 'urgent' as const })
  expect(judge(...URGENT, { last: hoursAgo(3.9) }).verdicts[1]!.heldBack).toEqual(['repeat-interval'])
  expect(toldBy(judge(...URGENT, { last: hoursAgo(4) }))).toEqual(['Loopt snel op', 'Meer dan normaal'])
  expect(toldBy(judge(burst(40, 0.1), activity(40, 40, 4), { last: hoursAgo(1) }))).toEqual(['Crisis in wording'])
})

test('muted until it escalates wakes on a higher level, for every rule; dismissed and sensitive issues are never told', () => {
  const urgent = activity(15, 14, 2, { level: 'urgent' })
  expect(judge(burst(14, 1), urgent, { muted: 'escalates' }).verdicts.map(({ heldBack }) => heldBack.includes('muted'))).toEqual([
    true,
    true,
    true,
  ])
  expect(toldBy(judge(burst(40, 0.1), { ...urgent, ...activity(40, 40, 4) }, { level: 'urgent', muted: 'escalates' }))).toContain(
    'Crisis in wording',
  )
  expect(toldBy(judge(...URGENT, { told: 'urgent', openBy: ['rule-1'], muted: 'escalates' }))).toEqual([])
  expect(judge(...URGENT, { told: 'urgent', muted: 'escalates', hasDoubled: true }).escalates).toBe(true)
  expect(toldBy(judge(...URGENT, { muted: NOW + 1 }))).toEqual([])
  expect(toldBy(judge(...URGENT, { muted: NOW }))).not.toEqual([])
  expect(judge(...URGENT, { status: 'dismissed', sensitive: true }).verdicts[0]!.heldBack).toEqual(['dismissed', 'sensitive-category'])
})

test('(A and B) or C can be said, each over its own window', () => {
  const messages = (threshold: number, windowHours?: 1 | 6 | 24 | 168) =>
    ({ measure: 'messages', operator: '>=', threshold, ...(windowHours ? { windowHours } : {}) }) as const
  const rule: Pick<RuleDefinition, 'floors' | 'when'> = {
    floors: { messages: 3, voices: 2, channels: 1 },
    when: { any: [{ all: [messages(4, 1), messages(100)] }, messages(5, 168)] },
  }
  const at = (count: number) => evaluateRule(rule, { signal: null, activity: activity(count, 3, 1) })
  expect([at(4).holds, at(5).holds, at(100).holds]).toEqual([false, true, true])
  expect(
    at(4)
      .conditions.slice(3)
      .map(({ name, holds }) => [name, holds]),
  ).toEqual([
    ['berichten in 1 uur', true],
    ['berichten', false],
    ['berichten in 7 dagen', false],
  ])
  const floorsOnly = (when: RuleDefinition['when']) => evaluateRule({ ...rule, when }, { signal: null, activity: activity(9, 9, 9) }).holds
  expect([floorsOnly({ all: [] }), floorsOnly({ any: [] })]).toEqual([true, false])
})

test('an issue that has reached a level keeps it until it falls below the share of the threshold that the rule states', () => {
  const seen = activity(11, 9, 2)
  expect(judge(burst(9, 1), seen).level).toBe('attention')
  const kept = judge(burst(9, 1), { ...seen, level: 'urgent' })
  expect(kept.level).toBe('urgent')
  expect(kept.verdicts[1]!.conditions[1]).toMatchObject({ name: 'onafhankelijke stemmen', threshold: 8, holds: true })
  expect(judge(burst(7, 1), { ...activity(9, 7, 2), level: 'urgent' }).level).toBe('attention')
})

test('a window that was not counted holds nothing', () => {
  expect(measuresOf(null, activity(9, 9, 9), 48)).toMatchObject({ messages: 0, voices: 0, negativeShare: 0 })
})

const at = (instant: string) => Date.parse(instant)
const NIGHT = { from: '22:00', to: '07:00' }

test('quiet hours run over midnight on the clock of Amsterdam', () => {
  expect(quietUntil(NIGHT, at('2026-11-24T20:59:59Z'))).toBeNull()
  expect(quietUntil(NIGHT, at('2026-11-24T21:00:00Z'))).toBe(at('2026-11-25T06:00:00Z'))
  expect(quietUntil(NIGHT, at('2026-11-25T05:59:59Z'))).toBe(at('2026-11-25T06:00:00Z'))
  expect(quietUntil(NIGHT, at('2026-11-25T06:00:00Z'))).toBeNull()
  expect(quietUntil({ from: '12:00', to: '13:00' }, at('2026-11-24T11:30:00Z'))).toBe(at('2026-11-24T12:00:00Z'))
  expect(quietUntil({ from: '00:00', to: '00:00' }, at('2026-11-24T11:30:00Z'))).toBe(at('2026-11-24T23:00:00Z'))
  expect(quietUntil(null, NOW)).toBeNull()
})

test('a night lasts an hour longer when the clock goes back, and an hour shorter when it goes forward', () => {
  expect(quietUntil(NIGHT, at('2026-10-24T20:00:00Z'))).toBe(at('2026-10-25T06:00:00Z'))
  expect(quietUntil(NIGHT, at('2027-03-27T21:00:00Z'))).toBe(at('2027-03-28T05:00:00Z'))
  expect(quietUntil({ from: '01:00', to: '02:30' }, at('2027-03-28T00:30:00Z'))).toBe(at('2027-03-28T01:30:00Z'))
  expect(quietUntil({ from: '01:00', to: '02:30' }, at('2026-10-24T23:30:00Z'))).toBe(at('2026-10-25T00:30:00Z'))
})

test('quiet hours always end after now and within a day and an hour', () => {
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
  fc.assert(
    fc.property(time, time, fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z') }), (from, to, now) => {
      const until = quietUntil({ from, to }, now)
      if (until !== null) expect(until - now).toBeGreaterThan(0)
      if (until !== null) expect(until - now).toBeLessThanOrEqual(25 * 60 * MINUTE)
      expect(nextTimeOfDay(to, now)).toBeGreaterThan(now)
    }),
  )
})

test('a shift over midnight belongs to the day on which it begins', () => {
  const shift = { from: '17:00', to: '08:00', days: [5] }
  expect(isOnDuty([shift], at('2026-11-27T17:00:00Z'))).toBe(true)
  expect(isOnDuty([shift], at('2026-11-28T06:59:00Z'))).toBe(true)
  expect(isOnDuty([shift], at('2026-11-28T17:00:00Z'))).toBe(false)
  expect(isOnDuty([], NOW)).toBe(false)
  expect(nextTimeOfDay('08:30', at('2026-11-24T09:00:00Z'))).toBe(at('2026-11-25T07:30:00Z'))
})

test('a level rises at once to urgent and crisis, and comes down a step at a time after half an hour', () => {
  expect(settleLevel({ level: 'calm', since: NOW }, 'crisis', NOW + 1)).toBe('crisis')
  expect(settleLevel({ level: 'calm', since: NOW }, 'attention', NOW + 9 * MINUTE)).toBe('calm')
  expect(settleLevel({ level: 'calm', since: NOW }, 'attention', NOW + 10 * MINUTE)).toBe('attention')
  expect(settleLevel({ level: 'crisis', since: NOW }, 'calm', NOW + 29 * MINUTE)).toBe('crisis')
  expect(settleLevel({ level: 'crisis', since: NOW }, 'calm', NOW + 30 * MINUTE)).toBe('urgent')
  expect(settleLevel({ level: 'crisis', since: NOW, belowSince: NOW + 25 * MINUTE }, 'calm', NOW + 40 * MINUTE)).toBe('crisis')
})

test('an oscillating series never lowers a level within half an hour of its last change', () => {
  const levels: Level[] = ['calm', 'attention', 'urgent', 'crisis']
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...levels), { minLength: 1, maxLength: 200 }), (proposals) => {
      let settled = { level: 'calm' as Level, since: NOW }
      proposals.forEach((proposed, minute) => {
        const now = NOW + minute * MINUTE
        const next = settleLevel(settled, proposed, now)
        if (next === settled.level) return
        if (levelRank(next) < levelRank(settled.level)) expect(now - settled.since).toBeGreaterThanOrEqual(30 * MINUTE)
        else if (next === 'attention') expect(now - settled.since).toBeGreaterThanOrEqual(10 * MINUTE)
        settled = { level: next, since: now }
      })
    }),
  )
})

test('heat is the sum of its parts, grows with voices and cools with silence', () => {
  const count = fc.nat(5_000)
  fc.assert(
    fc.property(count, count, fc.nat(20), fc.nat(10_000), (messages, voices, channels, minutes) => {
      const issue = activity(messages, voices, channels)
      const { heat, parts } = heatOf(issue, burst(voices, 1), NOW + minutes * MINUTE)
      expect(parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(heat, 6)
      expect(heat).toBeGreaterThanOrEqual(0)
      expect(heatOf(activity(messages, voices + 5, channels), burst(voices + 5, 1), NOW + minutes * MINUTE).heat).toBeGreaterThanOrEqual(
        heat,
      )
      expect(heatOf(issue, burst(voices, 1), NOW + (minutes + 60) * MINUTE).heat).toBeLessThanOrEqual(heat)
    }),
  )
  expect(heatOf(activity(0, 0, 0, { openMeldingen: 0 }), null, NOW).heat).toBe(0)
})
