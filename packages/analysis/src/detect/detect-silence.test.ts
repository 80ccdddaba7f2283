import { expect, test } from 'vitest'
import { detectSilence } from './detect-silence.ts'

const quiet = { name: 'X', windowHours: 24, observed: 0, earlier: [40, 38, 44, 35], feed: 'working' } as const

test('a source that falls silent is told, and an empty feed is told apart from a broken one', () => {
  expect(detectSilence(quiet, 0.001)?.sentence).toBe(
    'Stil: geen berichten van X in 24 uur, gewoonlijk 39. De koppeling werkt: er komt alleen niets binnen.',
  )
  expect(detectSilence({ ...quiet, feed: 'broken' }, 0.001)?.sentence).toContain('meldt een fout')
})

test('a small source, a quiet week before, or half of the usual are no silence', () => {
  expect(detectSilence({ ...quiet, earlier: [3, 4, 2, 5] }, 0.5)).toBeNull()
  expect(detectSilence({ ...quiet, observed: 19 }, 0.5)).toBeNull()
  expect(detectSilence({ ...quiet, earlier: [40, 0, 1, 42] }, 0.001)).toBeNull()
  expect(detectSilence({ ...quiet, earlier: [40, 41] }, 0.5)).toBeNull()
})
