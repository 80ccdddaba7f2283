import { expect, test } from 'vitest'
import { historyStart } from './history-start.ts'

test('a history begins where messages begin to flow, not at the oldest stray one', () => {
  expect(
    historyStart([
      { at: 1, messages: 1 },
      { at: 900, messages: 60 },
      { at: 901, messages: 60 },
    ]),
  ).toBe(900)
  expect(historyStart([{ at: 5, messages: 3 }])).toBe(5)
  expect(historyStart([{ at: 5, messages: 0 }])).toBeNull()
  expect(historyStart([])).toBeNull()
})
