import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawNegativeBinomial } from '../maths/draw-negative-binomial.ts'
import { xorshift } from '../maths/xorshift.ts'
import { burstSentence } from './burst-sentence.ts'
import { createNormal, expectedBetween } from './create-normal.ts'
import { alphaOf, detectIssue, type IssueActivityInput } from './detect-issue.ts'
import { hourOfWeek, partOfWeek } from './hour-of-week.ts'

const HOUR = 3_600_000
const WEEK = 168 * HOUR
const NOW = Date.parse('2026-11-24T13:40:00Z')
const OPTIONS = { falseAlarmsPerYear: 52, watched: 100 }
const unknown = createNormal({ profile: [], from: NOW, to: NOW })

type Window = { hours: number; messages: number; voices: number; channels: number }
const activity = (window: (hours: number) => Omit<Window, 'hours'>): IssueActivityInput => ({
  issueId: '0192f0c0-0000-7000-8000-000000000001',
  areaCode: 'BU99010101',
  category: 'afval',
  windows: [1, 6, 24, 168].map((hours) => ({ hours, ...window(hours) })),
})
const same = (messages: number, voices: number, channels = 2) => activity(() => ({ messages, voices, channels }))

/** Eight weeks of a busy category in one buurt: `perHour` messages in office hours, none at night. */
const busy = (perHour: number) =>
  createNormal({
    profile: Array.from({ length: 168 }, (_, hour) => ({
      areaCode: 'BU99010101',
      category: 'afval',
      hourOfWeek: hour,
      messages: hour % 24 >= 9 && hour % 24 < 17 ? perHour * 8 : 0,
    })),
    from: NOW - 8 * WEEK,
    to: NOW,
  })

test('the hour of the week is that of Amsterdam, on both sides of the clock change', () => {
  expect(hourOfWeek(Date.parse('2026-11-24T13:30:00Z'))).toBe(38)
  expect(partOfWeek(Date.parse('2026-11-24T13:30:00Z'))).toBe('dinsdagmiddag')
  expect(hourOfWeek(Date.parse('2026-03-29T00:59:00Z'))).toBe(145)
  expect(hourOfWeek(Date.parse('2026-03-29T01:00:00Z'))).toBe(147)
  expect(hourOfWeek(Date.parse('2026-10-25T01:00:00Z'))).toBe(146)
  expect(partOfWeek(Date.parse('2026-11-22T23:00:00Z'))).toBe('maandagnacht')
})

test('normal follows the hour, shrinks with little history, and is never zero', () => {
  const where = { areaCode: 'BU99010101', category: 'afval' }
  const normal = busy(3)
  const day = expectedBetween(normal, where, NOW - HOUR, NOW).mean
  const night = expectedBetween(normal, where, NOW - 12 * HOUR, NOW - 11 * HOUR).mean
  expect(day).toBeGreaterThan(2)
  expect(night).toBeLessThan(0.8)
  expect(expectedBetween(normal, { areaCode: 'WK990101', category: 'afval' }, NOW - HOUR, NOW).mean).toBeCloseTo(day, 1)
  expect(expectedBetween(normal, { areaCode: 'BU99010909', category: 'afval' }, NOW - HOUR, NOW).mean).toBeLessThan(0.1)
  expect(unknown.levelOf({ areaCode: null, category: 'afval' }).rate).toBe(0.02)
  expect(expectedBetween(unknown, where, NOW, NOW)).toEqual({ mean: 0, dispersion: 1.3 })
})

test('thirty voices where three are usual are a burst, with its numbers in one sentence', () => {
  const signal = detectIssue(same(34, 31), busy(2), NOW, { falseAlarmsPerYear: 1, watched: 100 })
  expect(signal).toMatchObject({ kind: 'burst', observed: 31, windowHours: 1, category: 'afval', areaCode: 'BU99010101' })
  expect(signal!.sentence).toMatch(
    /^31 onafhankelijke stemmen in het laatste uur; op dinsdagmiddag zijn dat er 0 tot \d \(1 vals alarm per jaar\)\.$/,
  )
  expect(signal!.conditions.map(({ holds }) => holds)).toEqual([true, true, true])
})

test('two messages in a quiet hour say nothing, and neither does one busy account, whatever was normal', () => {
  fc.assert(
    fc.property(fc.nat(2), fc.integer({ min: 1, max: 5_000 }), (voices, messages) => {
      expect(detectIssue(same(messages, voices), unknown, NOW, OPTIONS)).toBeNull()
      expect(detectIssue(same(2, 2), busy(voices), NOW, OPTIONS)).toBeNull()
      expect(detectIssue(same(messages, voices), unknown, NOW, { falseAlarmsPerYear: 1e6, watched: 1 })).toBeNull()
      expect(detectIssue(same(4, 4), unknown, NOW, { falseAlarmsPerYear: 1e6, watched: 1 })).toBeNull()
    }),
  )
})

test('what is usual at this hour is no burst', () => {
  expect(
    detectIssue(
      activity((hours) => ({ messages: 4 * hours, voices: Math.min(4 * hours, 100), channels: 3 })),
      busy(12),
      NOW,
      OPTIONS,
    ),
  ).toBeNull()
})

test('a slow rise shows in the longer windows', () => {
  const slow = activity((hours) => ({ messages: Math.min(hours, 40), voices: Math.min(hours, 40), channels: 2 }))
  expect(detectIssue(slow, busy(0.2), NOW, OPTIONS)?.windowHours).toBeGreaterThan(1)
})

test('a finding holds only finite numbers, and more voices never weaken it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), fc.double({ min: 0, max: 200, noNaN: true }), (voices, perHour) => {
      const less = detectIssue(same(voices, voices), busy(perHour), NOW, OPTIONS)
      const more = detectIssue(same(voices + 10, voices + 10), busy(perHour), NOW, OPTIONS)
      for (const value of [less?.pValue, less?.expected, less?.observed]) expect(Number.isNaN(value)).toBe(false)
      if (less) expect(more).not.toBeNull()
    }),
  )
})

test('the stated false alarms are kept when nothing is going on', () => {
  const random = xorshift(5)
  const perHour = 2
  const normal = busy(perHour)
  let alarms = 0
  const days = 3_000
  for (let day = 0; day < days; day++) {
    const voices = drawNegativeBinomial(expectedBetween(normal, same(0, 0), NOW - HOUR, NOW).mean, 1.3, random)
    const quiet: IssueActivityInput = { ...same(0, 0), windows: [{ hours: 1, messages: voices, voices, channels: 1 }] }
    if (detectIssue(quiet, normal, NOW, { falseAlarmsPerYear: 365, watched: 1 })) alarms += 1
  }
  expect(alphaOf(1, 1, 1, 365)).toBeCloseTo(365 / (4 * 8_760), 12)
  expect(alarms / days).toBeLessThan(1.5 * alphaOf(1, 1, 1, 365))
})

test('the sentence has its singulars and plurals right', () => {
  const facts = { voices: 1, windowHours: 6, now: NOW, low: 1, high: 1, falseAlarmsPerYear: 1 }
  expect(burstSentence(facts)).toBe('1 onafhankelijke stem in 6 uur; op dinsdagmiddag is dat er 1 (1 vals alarm per jaar).')
  expect(burstSentence({ ...facts, voices: 9, windowHours: 168, low: 0, high: 0, falseAlarmsPerYear: 0.5 })).toBe(
    '9 onafhankelijke stemmen in 7 dagen; in een gewone week zijn dat er 0 (0,5 valse alarmen per jaar).',
  )
  expect(burstSentence({ ...facts, voices: 12, windowHours: 24, low: 2, high: 5, falseAlarmsPerYear: 52 })).toBe(
    '12 onafhankelijke stemmen in 24 uur; op een gewone dinsdag zijn dat er 2 tot 5 (52 valse alarmen per jaar).',
  )
})
