import type { Issue } from '@rumoer/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lowerTurn } from './lower-turn.ts'

const issue = (id: string, level: Issue['level'] = 'attention') => ({ id, level }) as Issue
const ids = (issues: readonly Issue[]) => issues.map(({ id }) => id)
const list = fc
  .array(fc.constantFrom('attention' as const, 'urgent' as const, 'crisis' as const), { maxLength: 30 })
  .map((levels) => levels.map((level, at) => issue(`i${at}`, level)))

describe('the lower zone of the wall', () => {
  it('shares its places between what is not urgent', () => {
    const all = [issue('a'), issue('b'), issue('c')]
    expect(ids(lowerTurn(all, 2, 0, false))).toEqual(['a', 'b'])
    expect(ids(lowerTurn(all, 2, 1, false))).toEqual(['c'])
    expect(ids(lowerTurn(all, 2, 2, false))).toEqual(['a', 'b'])
  })

  it('never turns what is urgent away', () => {
    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 5 }), fc.nat(100), (all, slots, turn) => {
        const shown = ids(lowerTurn(all, slots, turn, false))
        const fixed = ids(all.filter(({ level }) => level !== 'attention')).slice(0, slots)
        expect(shown.slice(0, fixed.length)).toEqual(fixed)
        expect(shown.length).toBeLessThanOrEqual(slots)
      }),
    )
  })

  it('shows each of the others once in a round', () => {
    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 5 }), (all, slots) => {
        const others = ids(all.filter(({ level }) => level === 'attention'))
        const free = slots - Math.min(slots, all.length - others.length)
        fc.pre(free > 0)
        const round = Array.from({ length: Math.ceil(others.length / free) }, (_, turn) => ids(lowerTurn(all, slots, turn, false)))
        expect(
          round
            .flat()
            .filter((id) => others.includes(id))
            .sort(),
        ).toEqual([...others].sort())
      }),
    )
  })

  it('stands still while an alarm is new', () => {
    const all = [issue('a'), issue('b'), issue('c')]
    expect(lowerTurn(all, 2, 7, true)).toEqual(lowerTurn(all, 2, 0, true))
    expect(lowerTurn([], 2, 7, false)).toEqual([])
  })
})
