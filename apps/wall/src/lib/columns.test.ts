import { describe, expect, it } from 'vitest'
import { columnsParam, columnsText, parseColumns } from './columns.ts'

describe('the columns of the live desk in the address', () => {
  it('come back as they were written, with every sign in their names and words', () => {
    const columns = [
      { name: 'Haven & kade | oost', filter: { area: 'BU99010101', q: 'bruin water' } },
      { filter: { assignee: 'none', level: 'urgent' } },
      { filter: {} },
    ]
    expect(parseColumns(columnsText(columns))).toEqual(columns)
  })

  it('are at most four', () => {
    expect(parseColumns('status=|status=|status=|status=|status=')).toHaveLength(4)
    expect(columnsText(Array.from({ length: 6 }, () => ({ filter: {} })))).toBe('status=|status=|status=|status=')
  })

  it('hold only what is a filter', () => {
    expect(parseColumns('level=huge&area=<b>&q=hoi&zomaar=1')).toEqual([{ filter: { q: 'hoi' } }])
  })

  it('are none when the address names none', () => {
    expect(columnsParam(undefined)).toBeUndefined()
    expect(columnsParam('')).toBeUndefined()
    expect(columnsParam('level=urgent')).toBe('level=urgent')
  })
})
