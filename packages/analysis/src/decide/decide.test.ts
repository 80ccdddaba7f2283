import type { Level, Signal } from '@rumoer/contracts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Activity } from './activity.ts'
import { decide } from './decide.ts'
import { evaluateTest } from './evaluate-test.ts'
import { heatOf } from './heat-of.ts'
import { levelRank } from './level-rank.ts'
import { measuresOf } from './measures.ts'
import { DEFAULT_RULES } from './rule.ts'
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

test('a burst over many voices and channels goes from attention to crisis', () => {
  expect(decide(burst(6, 1), activity(7, 6, 1), DEFAULT_RULES, null)).toMatchObject({
    alert: true,
    level: 'attention',
    rule: 'Meer dan normaal',
  })
  expect(decide(burst(14, 1), activity(15, 14, 2), DEFAULT_RULES, null)).toMatchObject({ level: 'urgent' })
  expect(decide(burst(40, 0.1), activity(40, 40, 4), DEFAULT_RULES, null)).toMatchObject({ level: 'crisis', rule: 'Crisis in wording' })
})

test('a crisis needs three channels, and danger words make up for a smaller excess', () => {
  expect(decide(burst(40, 0.1), activity(40, 40, 2), DEFAULT_RULES, null).level).toBe('urgent')
  expect(decide(burst(40, 8), activity(40, 40, 4), DEFAULT_RULES, null).level).toBe('urgent')
  expect(decide(burst(40, 8), activity(40, 40, 4, { urgentShare: 0.3 }), DEFAULT_RULES, null).level).toBe('crisis')
})

test('one voice or a few messages never alert, however the rest looks', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9_999 }),
      fc.integer({ min: 0, max: 9 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (messages, channels, urgentShare) => {
        expect(decide(burst(1, 0.01), activity(messages, 1, channels, { urgentShare }), DEFAULT_RULES, null).alert).toBe(false)
        expect(decide(burst(2, 0.01), activity(2, 2, channels, { urgentShare }), DEFAULT_RULES, null).alert).toBe(false)
        expect(decide(null, activity(messages, messages, channels, { urgentShare }), DEFAULT_RULES, null).level).toBe('calm')
      },
    ),
  )
})

test('"waarom niet" has an answer: every condition with its value and threshold', () => {
  const { rule, conditions } = decide(null, activity(3, 2, 1), DEFAULT_RULES, null)
  expect(rule).toBeNull()
  expect(conditions).toContainEqual({
    name: 'onafhankelijke stemmen',
    scope: 'issue',
    value: 2,
    operator: '>=',
    threshold: 3,
    holds: false,
  })
  expect(conditions.filter(({ holds }) => holds).map(({ name }) => name)).toEqual(['kanalen'])
  expect(decide(null, activity(3, 2, 1), [], null)).toEqual({ alert: false, rule: null, level: 'calm', conditions: [] })
})

test('an episode alerts once, and again only on a higher level', () => {
  const urgent = [burst(14, 1), activity(15, 14, 2)] as const
  expect(decide(...urgent, DEFAULT_RULES, { level: 'urgent' }).alert).toBe(false)
  expect(decide(...urgent, DEFAULT_RULES, { level: 'attention' }).alert).toBe(true)
  expect(decide(burst(14, 1), activity(15, 14, 2, { level: 'urgent' }), DEFAULT_RULES, null).alert).toBe(false)
})

test('(A and B) or C can be said', () => {
  const measure = (name: string, threshold: number) => ({ name, scope: 'issue', measure: 'messages', operator: '>=', threshold }) as const
  const rule = { any: [{ all: [measure('A', 1), measure('B', 100)] }, measure('C', 5)] }
  const at = (messages: number) => evaluateTest(rule, measuresOf(null, activity(messages, 1, 1)))
  expect([at(4).holds, at(5).holds, at(100).holds]).toEqual([false, true, true])
  expect(at(4).conditions.map(({ name, holds }) => [name, holds])).toEqual([
    ['A', true],
    ['B', false],
    ['C', false],
  ])
  expect([
    evaluateTest({ all: [] }, measuresOf(null, activity(0, 0, 0))).holds,
    evaluateTest({ any: [] }, measuresOf(null, activity(0, 0, 0))).holds,
  ]).toEqual([true, false])
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
