import { describe, expect, it } from 'vitest'
import { holdOrder } from './held-order.ts'

describe('the list under a reader', () => {
  it('does not move when issues change places, and counts what waits', () => {
    expect(holdOrder(['a', 'b', 'c'], ['z', 'c', 'a', 'b'], 4)).toEqual({ shown: ['a', 'b', 'c'], waiting: 1 })
  })

  it('lets an issue that is gone leave', () => {
    expect(holdOrder(['a', 'b', 'c'], ['a', 'c'], 3)).toEqual({ shown: ['a', 'c'], waiting: 0 })
  })

  it('keeps an issue that cooled below the ones shown, and does not count those that were never shown', () => {
    expect(holdOrder(['a', 'b'], ['z', 'a', 'b', 'c', 'd'], 2)).toEqual({ shown: ['a', 'b'], waiting: 1 })
  })
})
