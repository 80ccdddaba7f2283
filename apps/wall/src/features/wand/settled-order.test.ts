import type { Issue } from '@rumoer/contracts'
import { describe, expect, it } from 'vitest'
import { cutTitle, KEEP_TOP_MS, NO_PLACES, REORDER_MS, settle } from './settled-order.ts'

const issue = (id: string, level: Issue['level'] = 'attention') => ({ id, level }) as Issue

describe('places on the wall', () => {
  it('do not change within a minute, and follow the heat after it', () => {
    const first = settle(NO_PLACES, [issue('a'), issue('b')], 0)
    expect(settle(first, [issue('b'), issue('a')], REORDER_MS - 1)).toBe(first)
    expect(settle(first, [issue('b'), issue('a')], REORDER_MS).ids).toEqual(['b', 'a'])
  })

  it('let a new alarm in on top at once and keep it there for five minutes', () => {
    const first = settle(NO_PLACES, [issue('a'), issue('b')], 0)
    const alarmed = settle(first, [issue('a'), issue('b'), issue('x', 'urgent')], 1_000)
    expect(alarmed.ids).toEqual(['x', 'a', 'b'])
    expect(settle(alarmed, [issue('a'), issue('b'), issue('x', 'urgent')], KEEP_TOP_MS).ids[0]).toBe('x')
    expect(settle(alarmed, [issue('a'), issue('b'), issue('x', 'urgent')], KEEP_TOP_MS + 1_000).ids[0]).toBe('a')
  })

  it('put an ordinary new issue at the end until the next minute', () => {
    const first = settle(NO_PLACES, [issue('a')], 0)
    expect(settle(first, [issue('n'), issue('a')], 1_000).ids).toEqual(['a', 'n'])
  })

  it('cut a long title at a word', () => {
    const long = 'Bruin water uit de kraan in het Havenkwartier en langs de Oude Dijk sinds vanmiddag'
    expect(cutTitle(long).length).toBeLessThanOrEqual(60)
    expect(cutTitle(long)).toBe('Bruin water uit de kraan in het Havenkwartier en langs de…')
    expect(cutTitle('Overlast van stank of lawaai, Molenwijk', 32)).toBe('Overlast van stank of lawaai…')
    expect(cutTitle('Kort')).toBe('Kort')
  })
})
