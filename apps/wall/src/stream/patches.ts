import {
  type Alert,
  areaChain,
  type Collection,
  type ContentItem,
  type Issue,
  type PlacedMessage,
  type StreamEvent,
  type Summary,
} from '@rumoer/contracts'
import { dayOf } from '../lib/dates.ts'
import { belongs, type IssueFilter } from '../lib/issue-filter.ts'
import type { IssuePages, Ticker } from '../lib/queries.ts'

/** A stream event as the cache needs it. */
export type SeqEvent = StreamEvent & { seq: number }
/** The new value, or `ask` when only the server can tell. */
export type Patched<Value> = { value: Value; ask: boolean }

const asIs = <Value>(value: Value): Patched<Value> => ({ value, ask: false })

/** A list of issues by heat, over all its pages. An event that the snapshot already holds changes nothing. */
export function patchIssues(pages: IssuePages, filter: IssueFilter, event: SeqEvent): Patched<IssuePages> {
  if (event.seq <= (pages.pages[0]?.seq ?? 0)) return asIs(pages)
  if (event.type === 'issue.merged') return asIs(withoutIssue(pages, event.data.id))
  if (event.type !== 'issue.opened' && event.type !== 'issue.changed') return asIs(pages)
  const issue = event.data
  const verdict = belongs(issue, filter)
  const known = pages.pages.some((page) => page.items.some((item) => item.id === issue.id))
  if (verdict === false) return asIs(known ? withoutIssue(pages, issue.id) : pages)
  if (known) return { value: replaceIssue(pages, issue), ask: verdict === 'ask' }
  if (verdict === 'ask') return { value: pages, ask: true }
  return asIs(insertIssue(pages, issue))
}

function withoutIssue(pages: IssuePages, id: string): IssuePages {
  if (!pages.pages.some((page) => page.items.some((item) => item.id === id))) return pages
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, items: page.items.filter((item) => item.id !== id) })) }
}

const replaceIssue = (pages: IssuePages, issue: Issue): IssuePages => ({
  ...pages,
  pages: pages.pages.map((page) =>
    page.items.some((item) => item.id === issue.id)
      ? { ...page, items: page.items.map((item) => (item.id === issue.id ? issue : item)) }
      : page,
  ),
})

/** Into the first page whose coolest issue is cooler; behind the last page only when nothing follows it. */
function insertIssue(pages: IssuePages, issue: Issue): IssuePages {
  const target = pages.pages.findIndex((page, at) => {
    const coolest = page.items.at(-1)
    const isEnd = at === pages.pages.length - 1 && page.next === null
    return isEnd || (coolest !== undefined && coolest.heat <= issue.heat)
  })
  if (target === -1) return pages
  return { ...pages, pages: pages.pages.map((page, at) => (at === target ? { ...page, items: [issue, ...page.items] } : page)) }
}

/** One issue on its own page. */
export function patchIssue(issue: Issue, event: SeqEvent): Issue {
  return (event.type === 'issue.opened' || event.type === 'issue.changed') && event.data.id === issue.id ? event.data : issue
}

/** Counts of the head and the map. Levels and open issues are the server's to count: they ask. */
export function patchSummary(summary: Summary, event: SeqEvent, now: number): Patched<Summary> {
  if (event.seq <= summary.seq) return asIs(summary)
  if (event.type === 'message.placed') return asIs(countMessage({ ...summary, seq: event.seq }, event.data, now))
  const ask = event.type.startsWith('issue.') || event.type === 'message.erased' || event.type === 'areas.changed'
  return { value: { ...summary, seq: event.seq }, ask }
}

function countMessage(summary: Summary, message: PlacedMessage, now: number): Summary {
  const created = Date.parse(message.createdAt)
  const isToday = dayOf(created) === dayOf(now)
  const isLastHour = now - created < 3_600_000
  const codes = message.areaCode && now - created < 86_400_000 ? areaChain(message.areaCode) : []
  return {
    ...summary,
    messagesToday: summary.messagesToday + (isToday ? 1 : 0),
    messagesLastHour: summary.messagesLastHour + (isLastHour ? 1 : 0),
    moodToday: isToday ? { ...summary.moodToday, [message.sentiment]: summary.moodToday[message.sentiment] + 1 } : summary.moodToday,
    areas:
      codes.length === 0
        ? summary.areas
        : summary.areas.map((area) => (codes.includes(area.code) ? { ...area, messages: area.messages + 1 } : area)),
  }
}

const latestFirst = (a: Alert, b: Alert) => b.raisedAt.localeCompare(a.raisedAt)

/** Open alerts; one that was closed leaves the list. */
export function patchAlerts(list: Collection<Alert>, event: SeqEvent): Collection<Alert> {
  if (event.seq <= list.seq || (event.type !== 'alert.raised' && event.type !== 'alert.changed')) return list
  const others = list.items.filter((item) => item.id !== event.data.id)
  return { ...list, items: event.data.status === 'open' ? [event.data, ...others].sort(latestFirst) : others }
}

/** Content items; an older version never overwrites a newer one. */
export function patchContentItems(list: Collection<ContentItem>, event: SeqEvent): Collection<ContentItem> {
  if (event.seq <= list.seq) return list
  if (event.type === 'content-item.removed') return { ...list, items: list.items.filter((item) => item.id !== event.data.id) }
  if (event.type !== 'content-item.changed') return list
  const present = list.items.find((item) => item.id === event.data.id)
  if (present && present.version > event.data.version) return list
  const others = list.items.filter((item) => item.id !== event.data.id)
  return { ...list, items: [...others, event.data] }
}

const MINUTES_KEPT = 60

/** Counts what arrives, per channel and per minute. */
export function patchTicker(ticker: Ticker, event: SeqEvent, now: number): Ticker {
  if (event.type !== 'message.placed') return ticker
  const minute = Math.floor(now / 60_000)
  const recent = Object.entries(ticker.perMinute).filter(([key]) => Number(key) > minute - MINUTES_KEPT)
  return {
    ...ticker,
    total: ticker.total + 1,
    perChannel: { ...ticker.perChannel, [event.data.channel]: (ticker.perChannel[event.data.channel] ?? 0) + 1 },
    perMinute: { ...Object.fromEntries(recent), [minute]: (ticker.perMinute[minute] ?? 0) + 1 },
  }
}
