import { describe, expect, test } from 'vitest'
import { drawNegativeBinomial } from '../maths/draw-negative-binomial.ts'
import { xorshift } from '../maths/xorshift.ts'
import { areaStrength } from './area-strength.ts'
import { createNormal } from './create-normal.ts'
import { type AreaActivity, detectOutbreaks, seriesKey } from './detect-outbreaks.ts'
import { outbreakSentence } from './outbreak-sentence.ts'
import { windowWords } from './window-words.ts'

const WEEK = 168 * 3_600_000
const NOW = Date.parse('2026-11-24T13:40:00Z')
const BUURTEN = ['BU99010101', 'BU99010102', 'BU99010103', 'BU99010201']
const CATEGORY = 'schoon/veegzwerfvuil'
/** Eight weeks in which each buurt brings about one message a week. */
const normal = createNormal({
  profile: BUURTEN.flatMap((areaCode) =>
    Array.from({ length: 168 }, (_, hourOfWeek) => ({ areaCode, category: CATEGORY, hourOfWeek, messages: 8 / 168 })),
  ),
  from: NOW - 8 * WEEK,
  to: NOW,
})
const options = { falseAlarmsPerYear: 52, series: 1_000, areaName: (code: string) => code, categoryName: () => 'Zwerfvuil' }
const counted = (areaCode: string, voices: number, category = CATEGORY): AreaActivity => ({
  areaCode,
  category,
  windows: [1, 6, 24, 168].map((hours) => ({ hours, messages: hours < 24 ? 0 : voices, voices: hours < 24 ? 0 : voices, channels: 1 })),
})
const detect = (...activities: AreaActivity[]) => detectOutbreaks(activities, normal, NOW, options)

describe('more voices than usual in an area', () => {
  test('six in a day where one a week is usual are told, with every condition and its numbers', () => {
    const [signal] = detect(counted('BU99010101', 6)).signals
    expect(signal).toMatchObject({
      kind: 'outbreak',
      areaCode: 'BU99010101',
      category: CATEGORY,
      windowHours: 24,
      observed: 6,
      issueId: null,
    })
    expect(signal!.conditions.every(({ holds }) => holds)).toBe(true)
    expect(signal!.sentence).toBe('6 mensen over Zwerfvuil in BU99010101 in de laatste 24 uur; gewoon is minder dan 1.')
  })

  test('two voices are never told, nor is what is usual', () => {
    expect(detect(counted('BU99010101', 2)).signals).toEqual([])
    expect(detect(counted('GM9901', 4)).signals).toEqual([])
    expect(detect().signals).toEqual([])
  })

  test('an outbreak in one buurt is told of that buurt, not of its wijk and gemeente too', () => {
    const { signals } = detect(counted('BU99010101', 9), counted('BU99010102', 1), counted('WK990101', 10), counted('GM9901', 11))
    expect(signals.map(({ areaCode }) => areaCode)).toEqual(['BU99010101'])
  })

  test('a whole gemeente is told of after two weeks of history, a wijk after three days', () => {
    const after = (days: number, areaCode: string) => {
      const young = createNormal({ profile: [], from: NOW - days * (WEEK / 7), to: NOW })
      return detectOutbreaks([counted(areaCode, 200)], young, NOW, options).signals.length
    }
    expect([13, 14].map((days) => after(days, 'GM9901'))).toEqual([0, 1])
    expect([2, 3].map((days) => after(days, 'WK990101'))).toEqual([0, 1])
  })

  test('one that is spread over the buurten of a wijk is told of the wijk', () => {
    const { signals } = detect(
      counted('BU99010101', 4),
      counted('BU99010102', 4),
      counted('BU99010103', 4),
      counted('WK990101', 12),
      counted('GM9901', 12),
    )
    expect(signals.map(({ areaCode }) => areaCode)).toEqual(['WK990101'])
  })

  test('what is told no longer but still stands above the ordinary keeps its episode going', () => {
    const { signals, elevated } = detect(counted('BU99010101', 2), counted('BU99010102', 0))
    expect(signals).toEqual([])
    expect([...elevated]).toEqual([])
    expect(detect(counted('BU99010101', 3)).elevated.has(seriesKey({ areaCode: 'BU99010101', category: CATEGORY }))).toBe(true)
  })

  test('a year in which nothing is going on brings no more than the stated false alarms', () => {
    const random = xorshift(5)
    const [days, series] = [200, 400]
    let alarms = 0
    for (let day = 0; day < days; day++) {
      const activities = Array.from({ length: series }, (_, at) => {
        const voices = drawNegativeBinomial(1 / 7, 1, random)
        return { areaCode: BUURTEN[at % 3]!, category: CATEGORY, windows: [{ hours: 24, messages: voices, voices, channels: 1 }] }
      })
      const { signals } = detectOutbreaks(activities, normal, NOW, { ...options, series, falseAlarmsPerYear: 52 })
      alarms += signals.length
    }
    expect((alarms / days) * 365).toBeLessThanOrEqual(1.2 * 52)
  })
})

test('strength follows voices, excess and certainty together', () => {
  expect(areaStrength({ voices: 60, expected: 1, doubt: 1e-9 })).toBe('crisis')
  expect(areaStrength({ voices: 14, expected: 1, doubt: 1e-5 })).toBe('urgent')
  expect(areaStrength({ voices: 60, expected: 30, doubt: 1e-9 })).toBe('attention')
  expect(areaStrength({ voices: 0, expected: 0, doubt: 0 })).toBe('attention')
})

test('windows and expectations read as people say them', () => {
  expect([1, 6, 24, 168].map(windowWords)).toEqual([
    'in het laatste uur',
    'in de laatste 6 uur',
    'in de laatste 24 uur',
    'in de laatste 7 dagen',
  ])
  const facts = { voices: 30, windowHours: 168, category: 'Zwerfvuil', area: 'Havenkwartier' }
  expect(outbreakSentence({ ...facts, expected: 9.7 })).toBe(
    '30 mensen over Zwerfvuil in Havenkwartier in de laatste 7 dagen; gewoon zijn dat er 10.',
  )
  expect(outbreakSentence({ ...facts, expected: 1.2 })).toContain('gewoon is dat er 1')
})
