import { expect, test } from 'vitest'
import { xorshift } from '../maths/xorshift.ts'
import { createNormal, expectedBetween } from './create-normal.ts'
import { drawOrdinary } from './draw-ordinary.ts'
import { hourOfWeek } from './hour-of-week.ts'

const HOUR = 3_600_000
const WEEK = 168 * HOUR
const TO = Date.parse('2026-11-23T00:00:00Z')
const where = { areaCode: 'BU99010101', category: 'afval' }
/** Ten messages an hour by day, one by night, over eight weeks. */
const normal = createNormal({
  profile: Array.from({ length: 168 }, (_, hour) => ({ ...where, hourOfWeek: hour, messages: hour % 24 >= 8 && hour % 24 < 20 ? 80 : 8 })),
  from: TO - 8 * WEEK,
  to: TO,
})

test('what is drawn comes as often as is normal, at the hours that are, and the same for the same seed', () => {
  const span = { from: TO, to: TO + 4 * WEEK, share: 1 }
  const drawn = drawOrdinary(normal, where, span, xorshift(7))
  const { mean } = expectedBetween(normal, where, span.from, span.to)
  expect(drawn.length / mean).toBeGreaterThan(0.9)
  expect(drawn.length / mean).toBeLessThan(1.1)
  const byDay = drawn.filter((at) => hourOfWeek(at) % 24 >= 8 && hourOfWeek(at) % 24 < 20).length / drawn.length
  expect(byDay).toBeGreaterThan(0.85)
  expect(drawn).toEqual(drawn.toSorted((a, b) => a - b))
  expect(drawOrdinary(normal, where, span, xorshift(7))).toEqual(drawn)
  expect(drawOrdinary(normal, where, span, xorshift(8))).not.toEqual(drawn)
  expect(drawOrdinary(normal, where, { ...span, share: 0.25 }, xorshift(7)).length / mean).toBeCloseTo(0.25, 1)
})

test('no share and no time bring nothing', () => {
  expect(drawOrdinary(normal, where, { from: TO, to: TO + WEEK, share: 0 }, xorshift(7))).toEqual([])
  expect(drawOrdinary(normal, where, { from: TO, to: TO, share: 1 }, xorshift(7))).toEqual([])
})
