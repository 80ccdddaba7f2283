import type { Alert, Collection, ContentItem, Issue, PlacedMessage, Summary } from '@rumoer/contracts'
import { describe, expect, it } from 'vitest'
import { byHeatOf } from '../lib/issue-order.ts'
import type { IssuePages } from '../lib/queries.ts'
import { patchAlerts, patchContentItems, patchIssues, patchSummary, patchTicker } from './patches.ts'

const noon = Date.parse('2026-11-24T12:00:00Z')
const issue = (id: string, heat: number, more: Partial<Issue> = {}): Issue => ({
  id,
  title: `Issue ${id}`,
  status: 'open',
  level: 'calm',
  heat,
  areaCodes: ['BU99990101'],
  category: { main: 'afval', sub: 'overig-afval' },
  keywords: [],
  messages: 1,
  voices: 1,
  channels: ['facebook'],
  sentiment: { negative: 0, neutral: 1, positive: 0 },
  openMeldingen: 0,
  firstAt: '2026-11-24T10:00:00Z',
  lastAt: '2026-11-24T11:00:00Z',
  assignee: null,
  mutedUntil: null,
  line: [0, 1],
  lineEndsAt: '2026-11-24T12:00:00Z',
  why: null,
  timesNormal: null,
  ...more,
})
const byHeat = (list: IssuePages) => byHeatOf(list.pages)
const pages = (items: Issue[], seq = 10, next: string | null = null): IssuePages => ({ pages: [{ items, next, seq }], pageParams: [null] })
const placed: PlacedMessage = {
  id: 'm1',
  revision: 1,
  issue: 'a',
  kind: 'post',
  channel: 'facebook',
  areaCode: 'BU99990101',
  category: 'afval',
  sentiment: 'negative',
  createdAt: '2026-11-24T11:30:00Z',
  receivedAt: '2026-11-24T11:30:01Z',
}
const summary: Summary = {
  seq: 10,
  messagesToday: 5,
  messagesLastHour: 2,
  expectedLastHour: 2,
  moodToday: { negative: 1, neutral: 3, positive: 1 },
  openIssues: 2,
  mutedIssues: 0,
  openMeldingen: 0,
  sources: [],
  areas: ['GM9999', 'WK999901', 'BU99990101', 'BU99990102'].map((code) => ({ code, messages: 1, issues: 0, level: 'calm' as const })),
}

describe('stream events in the cache', () => {
  it('orders issues by heat after each change', () => {
    const after = patchIssues(pages([issue('a', 9), issue('b', 5)]), {}, { type: 'issue.changed', data: issue('b', 20), seq: 11 })
    expect(byHeat(after.value).map((item) => item.id)).toEqual(['b', 'a'])
  })

  it('ignores an event that the snapshot already holds', () => {
    const before = pages([issue('a', 9)], 10)
    expect(patchIssues(before, {}, { type: 'issue.changed', data: issue('a', 1), seq: 10 }).value).toBe(before)
    expect(patchSummary(summary, { type: 'message.placed', data: placed, seq: 10 }, noon).value.messagesToday).toBe(5)
  })

  it('applying an event twice is applying it once', () => {
    const event = { type: 'issue.opened' as const, data: issue('c', 7), seq: 12 }
    const once = patchIssues(pages([issue('a', 9)]), {}, event).value
    expect(byHeat(patchIssues(once, {}, event).value)).toEqual(byHeat(once))
    const counted = patchSummary(summary, { type: 'message.placed', data: placed, seq: 11 }, noon).value
    expect(patchSummary(counted, { type: 'message.placed', data: placed, seq: 11 }, noon).value.messagesToday).toBe(6)
  })

  it('takes an issue out of a filtered list when it no longer belongs there, and asks when only the server knows', () => {
    const gone = patchIssues(pages([issue('a', 9)]), { level: 'urgent' }, { type: 'issue.changed', data: issue('a', 9), seq: 11 })
    expect(gone.value.pages[0]?.items).toEqual([])
    expect(patchIssues(pages([]), { q: 'kraan' }, { type: 'issue.opened', data: issue('z', 9), seq: 11 })).toMatchObject({ ask: true })
  })

  it('leaves a cooler issue to the page that is not loaded yet', () => {
    const after = patchIssues(pages([issue('a', 9)], 10, 'more'), {}, { type: 'issue.opened', data: issue('z', 1), seq: 11 })
    expect(after.value.pages[0]?.items.map((item) => item.id)).toEqual(['a'])
  })

  it('lets a swallowed issue leave the list', () => {
    const after = patchIssues(pages([issue('a', 9), issue('b', 5)]), {}, { type: 'issue.merged', data: { id: 'b', into: 'a' }, seq: 11 })
    expect(after.value.pages[0]?.items.map((item) => item.id)).toEqual(['a'])
  })

  it('counts a message in its buurt, wijk and gemeente, and yesterday’s message not today', () => {
    const after = patchSummary(summary, { type: 'message.placed', data: placed, seq: 11 }, noon).value
    expect(after.messagesToday).toBe(6)
    expect(after.moodToday.negative).toBe(2)
    expect(after.areas.map((area) => area.messages)).toEqual([2, 2, 2, 1])
    const old = { ...placed, createdAt: '2026-11-22T11:30:00Z' }
    expect(patchSummary(summary, { type: 'message.placed', data: old, seq: 11 }, noon).value).toMatchObject({
      messagesToday: 5,
      messagesLastHour: 2,
    })
  })

  it('keeps only open alerts', () => {
    const alert = { id: 'x', status: 'open', raisedAt: '2026-11-24T11:00:00Z' } as Alert
    const list: Collection<Alert> = { items: [], next: null, seq: 1 }
    const raised = patchAlerts(list, { type: 'alert.raised', data: alert, seq: 2 })
    expect(raised.items).toHaveLength(1)
    expect(patchAlerts(raised, { type: 'alert.changed', data: { ...alert, status: 'acknowledged' }, seq: 3 }).items).toEqual([])
  })

  it('never puts an older version of a content item over a newer one', () => {
    const item = (version: number) => ({ id: 'i', version, title: `v${version}` }) as ContentItem
    const list: Collection<ContentItem> = { items: [item(4)], next: null, seq: 1 }
    expect(patchContentItems(list, { type: 'content-item.changed', data: item(3), seq: 2 })).toBe(list)
    expect(patchContentItems(list, { type: 'content-item.changed', data: item(5), seq: 2 }).items[0]?.title).toBe('v5')
    expect(patchContentItems(list, { type: 'content-item.removed', data: { id: 'i' }, seq: 2 }).items).toEqual([])
  })

  it('forgets minutes older than an hour, so that a wall of weeks stays small', () => {
    let ticker = { since: noon, perChannel: {}, perMinute: {}, total: 0 }
    for (let minute = 0; minute < 500; minute += 1) {
      ticker = patchTicker(ticker, { type: 'message.placed', data: placed, seq: 11 + minute }, noon + minute * 60_000)
    }
    expect(Object.keys(ticker.perMinute).length).toBeLessThanOrEqual(60)
    expect(ticker.total).toBe(500)
  })
})
