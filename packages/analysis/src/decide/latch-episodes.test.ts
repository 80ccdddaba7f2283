import type { Signal } from '@rumoer/contracts'
import { expect, test } from 'vitest'
import { latchEpisodes } from './latch-episodes.ts'

const HOUR = 3_600_000
const signal = (observed: number, level: Signal['level'] = 'attention'): Signal => ({
  kind: 'outbreak',
  issueId: null,
  areaCode: 'BU99010101',
  category: 'afval',
  at: new Date(0).toISOString(),
  windowHours: 24,
  observed,
  expected: 1,
  pValue: 0.001,
  falseAlarmsPerYear: 52,
  level,
  conditions: [],
  sentence: '',
})
const found = (key: string, observed: number, level?: Signal['level']) => ({ key, signal: signal(observed, level), places: [] })
const open = (id: string, key: string, seenAt: number) => ({ id, key, signal: signal(5), seenAt })
const latch = (input: Partial<Parameters<typeof latchEpisodes>[0]>) =>
  latchEpisodes({ open: [], found: [], elevated: new Set(), now: 10 * HOUR, quietMs: 3 * HOUR, ...input })

test('an episode is opened once, however often it is found', () => {
  expect(latch({ found: [found('a', 5), found('a', 6)] }).opened).toMatchObject([{ key: 'a', signal: { observed: 6 } }])
  expect(latch({ found: [found('a', 5)], open: [open('1', 'a', 9 * HOUR)] })).toEqual({ opened: [], seen: [{ id: '1' }], closed: [] })
})

test('it goes on while it is above the ordinary, and closes after three quiet hours', () => {
  const around = [open('1', 'a', 0), open('2', 'b', 0), open('3', 'c', 8 * HOUR)]
  expect(latch({ open: around, elevated: new Set(['a']) })).toEqual({ opened: [], seen: [{ id: '1' }], closed: ['2'] })
})

test('a stronger finding takes the place of the one that is kept', () => {
  const again = latch({ found: [found('a', 9), found('b', 2, 'urgent')], open: [open('1', 'a', 0), open('2', 'b', 0)] })
  expect(again.seen).toMatchObject([
    { id: '1', signal: { observed: 9 } },
    { id: '2', signal: { level: 'urgent' } },
  ])
  expect(latch({})).toEqual({ opened: [], seen: [], closed: [] })
})
