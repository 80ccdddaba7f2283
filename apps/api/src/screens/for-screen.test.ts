import type { ContentItem, Issue, StreamEvent } from '@rumoer/contracts'
import { describe, expect, test } from 'vitest'
import { eventForScreen, issueForScreen, issuesForScreen, itemForScreen, withoutHouseNumbers } from './for-screen.ts'

const issue = (more: Partial<Issue> = {}) =>
  ({ id: 'a', title: 'Stank', level: 'urgent', category: { main: 'afval', sub: 'x' }, assignee: null, keywords: ['stank'], ...more }) as Issue

describe('what a screen may know', () => {
  test.each([
    ['Stank Oude Dijk 14b', 'Stank Oude Dijk'],
    ['Ruit kapot, Kerkstraat 12 A, sinds gisteren', 'Ruit kapot, Kerkstraat, sinds gisteren'],
    ['Overlast Lindelaan nr. 7', 'Overlast Lindelaan'],
    ['Al 3 dagen geen water', 'Al 3 dagen geen water'],
    ['Bus rijdt niet sinds 14:10', 'Bus rijdt niet sinds 14:10'],
    ['Wachttijd 40 minuten balie', 'Wachttijd 40 minuten balie'],
    ['Bus 14 stopt niet meer', 'Bus 14 stopt niet meer'],
  ])('a title loses its house number: %s', (title, told) => {
    expect(withoutHouseNumbers(title)).toBe(told)
  })

  test('that somebody works on an issue, not who', () => {
    const told = issueForScreen(issue({ assignee: { id: '0193600a-7b1c-7000-8000-0123456789ab', name: 'Sanne' } }))
    expect(told.assignee).toEqual({ id: '00000000-0000-0000-0000-000000000000', name: '' })
    expect(issueForScreen(issue()).assignee).toBeNull()
  })

  test('of a sensitive issue nothing, in the list and in the stream', () => {
    const sensitive = issue({ title: 'Hennep', category: { main: 'ondermijning', sub: 'drugs' }, areaCodes: ['BU01060000'] })
    expect(issuesForScreen({ items: [sensitive, issue()], next: null, seq: 1 }).items).toHaveLength(1)
    const told = eventForScreen({ type: 'issue.changed', data: sensitive })
    expect(JSON.stringify(told)).not.toMatch(/Hennep|drugs|BU0106|stank/)
  })

  test('of an alert nothing, and of a planned item none of its words', () => {
    expect(eventForScreen({ type: 'alert.raised', data: {} } as StreamEvent)).toBeNull()
    const item = { id: 'i', title: 'Bel mevrouw', notes: 'geheim', issueTitle: 'Stank', owner: null, status: 'draft' } as ContentItem
    expect(itemForScreen(item)).toMatchObject({ title: '', notes: '', issueTitle: null, status: 'draft' })
  })
})
