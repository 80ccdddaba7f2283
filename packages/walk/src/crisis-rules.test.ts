import { DEFAULT_RULES } from '@rumoer/analysis/decide'
import type { Crisis, RuleVersion } from '@rumoer/contracts'
import { expect, test } from 'vitest'
import { alarmsPerYearIn, rulesIn } from './crisis-rules.ts'

const CRISIS: Crisis = {
  id: '01936000-0000-7000-8000-000000000000',
  reason: 'brand',
  startedBy: 'A',
  startedAt: '2026-11-24T09:00:00Z',
  frozen: false,
  linkUntil: null,
}
const rules = DEFAULT_RULES.map(({ definition }, at): RuleVersion => ({ id: `rule-${at}`, version: 1, definition }))
const floorsOf = (from: readonly RuleVersion[]) =>
  from.map(({ definition: { floors } }) => [floors.messages, floors.voices, floors.channels])

test('a crisis halves every floor, and none falls below three messages of two voices', () => {
  expect(floorsOf(rulesIn(CRISIS, rules)).slice(0, 4)).toEqual([
    [3, 2, 1],
    [6, 5, 1],
    [15, 15, 2],
    [3, 2, 1],
  ])
  expect(alarmsPerYearIn(CRISIS, 52)).toBe(520)
})

test('without a crisis nothing is another', () => {
  expect(rulesIn(null, rules)).toBe(rules)
  expect(alarmsPerYearIn(null, 52)).toBe(52)
})
