import { describe, expect, it } from 'vitest'
import { holdOrder } from './held-order.ts'

describe('the list under a reader', () => {
  it('does not move when issues change places, and counts what waits', () => {
    expect(holdOrder(['a', 'b', 'c'], ['z', 'c', 'a', 'b'])).toEqual({ shown: ['a', 'b', 'c'], waiting: 1 })
  })

  it('lets an issue that is gone leave', () => {
    expect(holdOrder(['a', 'b', 'c'], ['a', 'c'])).toEqual({ shown: ['a', 'c'], waiting: 0 })
  })
})
