import { type Level, NO_FILTER, type RuleFilter } from '@rumoer/contracts'
import { expect, test } from 'vitest'
import { hearsOfArea } from './hears-of-area.ts'

const hears = (
  filter: Partial<RuleFilter>,
  { level = 'attention', category = 'afval/overig' as string | null, places = ['BU99010101'] } = {},
  rule: Exclude<Level, 'calm'> = 'attention',
) => hearsOfArea({ level: rule, filter: { ...NO_FILTER, ...filter } }, { level: level as Level, category }, places)

test('a rule without a filter hears of every finding of its level or graver', () => {
  expect(hearsOfArea({ level: 'attention', filter: NO_FILTER }, { level: 'attention', category: null }, [])).toBe(true)
  expect(hears({}, { level: 'crisis' })).toBe(true)
  expect(hears({}, {}, 'urgent')).toBe(false)
})

test('areas and categories of a rule let through what lies in them', () => {
  expect(hears({ areas: ['WK990101'] })).toBe(true)
  expect(hears({ areas: ['GM9901'], categories: ['afval'] })).toBe(true)
  expect(hears({ areas: ['BU99010102'] }, { places: ['BU99010101', 'BU99010102'] })).toBe(true)
  expect(hears({ areas: ['WK990102'] })).toBe(false)
  expect(hears({ areas: ['BU99010101'] }, { places: ['WK990101'] })).toBe(false)
  expect(hears({ categories: ['wegen'] })).toBe(false)
  expect(hears({ categories: ['afval'] }, { category: null })).toBe(false)
})

test('a rule that counts only some messages hears nothing of areas', () => {
  expect(hears({ channels: ['x'] })).toBe(false)
  expect(hears({ facets: ['urgent'] })).toBe(false)
})
