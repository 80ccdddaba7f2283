import type { ContentItem } from '@rumoer/contracts'
import { describe, expect, it } from 'vitest'
import { inColumn, positionFor } from './item-order.ts'

const item = (id: string, position: number) => ({ id, position, status: 'draft' }) as ContentItem
const column = [item('a', 1), item('b', 2), item('c', 3)]
const orderAfter = (moving: string, position: number) =>
  inColumn(column.filter((one) => one.id !== moving).concat(item(moving, position)), 'draft').map((one) => one.id)

describe('places on the board', () => {
  it('puts a dragged item where it was dropped', () => {
    expect(orderAfter('c', positionFor(column, 'c', { id: 'a', side: 'before' }))).toEqual(['c', 'a', 'b'])
    expect(orderAfter('a', positionFor(column, 'a', { id: 'b', side: 'after' }))).toEqual(['b', 'a', 'c'])
    expect(orderAfter('x', positionFor(column, 'x', { id: 'c', side: 'after' }))).toEqual(['a', 'b', 'c', 'x'])
  })

  it('puts an item at the end of a column without a target, also of an empty one', () => {
    expect(orderAfter('a', positionFor(column, 'a', null))).toEqual(['b', 'c', 'a'])
    expect(positionFor([], 'a', null)).toBeGreaterThan(0)
  })
})
