import { expect, test } from 'vitest'
import { areaChain, areaOfMost } from './area.ts'

test('an issue is in the smallest area that holds half of what is said of it', () => {
  expect(areaOfMost({ BU99010101: 5, BU99010200: 1 }, 8)).toBe('BU99010101')
  expect(areaOfMost({ BU99010101: 2, BU99010102: 2 }, 6)).toBe('WK990101')
  expect(areaOfMost({ WK990101: 3, BU99010102: 1 }, 6)).toBe('WK990101')
})

test('an issue of a whole town is in no area, though one message of it names a buurt', () => {
  expect(areaOfMost({ BU99010400: 1 }, 11)).toBeNull()
  expect(areaOfMost({ BU99010101: 2, BU99010200: 2, BU99010300: 2 }, 6)).toBeNull()
  expect(areaOfMost({ GM9901: 9 }, 9)).toBeNull()
  expect(areaOfMost({}, 0)).toBeNull()
})

test('where an issue is holds at least half of its messages, and no buurt does when a wijk is answered', () => {
  const codes = ['BU99010101', 'BU99010102', 'BU99010200', 'WK990101', 'GM9901']
  for (let mix = 0; mix < 4 ** 6; mix++) {
    const [unplaced, ...each] = Array.from({ length: 6 }, (_, digit) => Math.floor(mix / 4 ** digit) % 4)
    const counts = Object.fromEntries(codes.map((code, at) => [code, each[at]!]))
    const all = each.reduce((sum, count) => sum + count, unplaced!)
    const heldBy = (area: string) => codes.reduce((sum, code) => sum + (areaChain(code).includes(area) ? counts[code]! : 0), 0)
    const half = [...codes, 'WK990102'].filter((code) => !code.startsWith('GM') && heldBy(code) > 0 && 2 * heldBy(code) >= all)
    const found = areaOfMost(counts, all)
    if (half.length === 0) expect(found).toBeNull()
    else expect(half).toContain(found)
    if (half.some((code) => code.startsWith('BU'))) expect(found).toMatch(/^BU/)
  }
})
