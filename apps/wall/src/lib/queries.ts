import type {
  Alert,
  AlertCheck,
  Area,
  AreaSeries,
  Briefing,
  Collection,
  ContentItem,
  CrisisState,
  Handover,
  Issue,
  MapPoint,
  MapSpan,
  MessageCounts,
  MessageOut,
  Replay,
  ReputationReport,
  ResidentQuestion,
  Rule,
  SavedView,
  Session,
  Source,
  StructuralProblem,
  Summary,
  Taxonomy,
  Timeline,
  WatchedSignal,
  Webhook,
} from '@rumoer/contracts'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { rememberCsrfToken, request } from './api.ts'
import type { IssueFilter } from './issue-filter.ts'
import type { MessageFilter } from './message-filter.ts'
import { currentSettings } from './settings.ts'

/** Every key starts with the replay it belongs to, so that two tenants never share an entry. */
export type ReplayId = number | null
type Pages<Item> = { pages: Collection<Item>[]; pageParams: (string | null)[] }
export type IssuePages = Pages<Issue>
export type MessagePages = Pages<MessageOut>

const scope = (replay: ReplayId): { replay?: number } => (replay === null ? {} : { replay })
export const ISSUE_PAGE = 100
const MESSAGE_PAGE = 50
const OPEN_QUESTIONS = 50
const COUNTS_EVERY_MS = 30_000

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => {
    const session = await request<Session>('/session', { signal })
    rememberCsrfToken(session.csrfToken)
    return session
  },
})

export const summaryQuery = (replay: ReplayId) =>
  queryOptions({
    queryKey: [replay, 'summary'],
    queryFn: ({ signal }) => request<Summary>('/summary', { query: scope(replay), signal }),
    refetchInterval: 60_000,
  })

export const areasQuery = (replay: ReplayId) =>
  queryOptions({
    queryKey: [replay, 'areas'],
    queryFn: ({ signal }) => everyPage<Area>('/areas', { geometry: true, ...scope(replay) }, signal),
  })

const everyMinuteUnlessPaused = () => (currentSettings().paused ? false : 60_000)

export type SeriesFilter = { span: MapSpan; category: string | undefined }
export const areaSeriesQuery = (replay: ReplayId, filter: SeriesFilter) =>
  queryOptions({
    queryKey: [replay, 'area-series', filter],
    queryFn: ({ signal }) => request<AreaSeries>('/area-series', { query: { ...filter, ...scope(replay) }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: everyMinuteUnlessPaused,
  })

export const mapPointsQuery = (replay: ReplayId, filter: SeriesFilter & { area: string; step: number | undefined }) =>
  queryOptions({
    queryKey: [replay, 'map-points', filter],
    queryFn: ({ signal }) => request<Collection<MapPoint>>('/map-points', { query: { ...filter, ...scope(replay) }, signal }),
    refetchInterval: everyMinuteUnlessPaused,
  })

/** All pages of a collection that is known to be small. */
async function everyPage<Item>(
  path: string,
  query: Record<string, string | number | boolean | undefined>,
  signal: AbortSignal,
): Promise<Item[]> {
  const items: Item[] = []
  let cursor: string | null = null
  do {
    const page: Collection<Item> = await request<Collection<Item>>(path, { query: { ...query, limit: 500, cursor }, signal })
    items.push(...page.items)
    cursor = page.next
  } while (cursor !== null)
  return items
}

/** Where signed notices go; for administrators only. */
export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: ({ signal }) => everyPage<Webhook>('/webhooks', {}, signal),
})

export const taxonomyQuery = queryOptions({
  queryKey: ['taxonomy'],
  queryFn: ({ signal }) => request<Taxonomy>('/taxonomy', { signal }),
})

export const issuesQuery = (replay: ReplayId, filter: IssueFilter) =>
  infiniteQueryOptions({
    queryKey: [replay, 'issues', filter],
    queryFn: ({ pageParam, signal }) =>
      request<Collection<Issue>>('/issues', {
        query: { ...filter, ...scope(replay), sort: 'heat', limit: ISSUE_PAGE, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    structuralSharing: false,
  })

export const issueQuery = (replay: ReplayId, id: string) =>
  queryOptions({
    queryKey: [replay, 'issue', id],
    queryFn: ({ signal }) => request<Issue>(`/issues/${id}`, { query: scope(replay), signal }),
  })

export const timelineQuery = (replay: ReplayId, id: string) =>
  queryOptions({
    queryKey: [replay, 'timeline', id],
    queryFn: ({ signal }) => request<Timeline>(`/issues/${id}/timeline`, { query: scope(replay), signal }),
  })

export const messagesQuery = (replay: ReplayId, filter: MessageFilter) =>
  infiniteQueryOptions({
    queryKey: [replay, 'messages', filter],
    queryFn: ({ pageParam, signal }) =>
      request<Collection<MessageOut>>('/messages', {
        query: { ...filter, ...scope(replay), sort: '-receivedAt', limit: MESSAGE_PAGE, total: true, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    structuralSharing: false,
  })

/** What the same search counts per filter; told anew every half minute, never by the message. */
export const messageCountsQuery = (replay: ReplayId, filter: MessageFilter) =>
  queryOptions({
    queryKey: [replay, 'message-counts', filter],
    queryFn: ({ signal }) => request<MessageCounts>('/message-counts', { query: { ...filter, ...scope(replay) }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: () => (currentSettings().paused ? false : COUNTS_EVERY_MS),
  })

/** Views are the municipality's own, also while a replay is watched. */
export const viewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: ({ signal }) => everyPage<SavedView>('/views', {}, signal),
  staleTime: 30_000,
})

export const alertsQuery = (replay: ReplayId) =>
  queryOptions({
    queryKey: [replay, 'alerts'],
    queryFn: ({ signal }) => request<Collection<Alert>>('/alerts', { query: { status: 'open', ...scope(replay), limit: 100 }, signal }),
  })

/** Every alert of a replay, open or done. */
export const flaggedQuery = (replay: ReplayId) =>
  queryOptions({
    queryKey: [replay, 'flagged'],
    queryFn: ({ signal }) => request<Collection<Alert>>('/alerts', { query: { ...scope(replay), limit: 500 }, signal }),
    refetchInterval: everyMinuteUnlessPaused,
  })

/** Findings on areas and sources that still stand, newest first. */
export const areaSignalsQuery = (replay: ReplayId) =>
  queryOptions({
    queryKey: [replay, 'signals'],
    queryFn: ({ signal }) => everyPage<WatchedSignal>('/signals', { open: true, ...scope(replay) }, signal),
    select: ofAreas,
    refetchInterval: 60_000,
  })
const ofAreas = (signals: WatchedSignal[]) => signals.filter((one): one is AreaSignal => AREA_KINDS.includes(one.kind))
const AREA_KINDS: readonly WatchedSignal['kind'][] = ['outbreak', 'cluster', 'silence']
export type AreaSignal = WatchedSignal & { kind: 'outbreak' | 'cluster' | 'silence' }

export const structuralQuery = (replay: ReplayId) =>
  queryOptions({
    queryKey: [replay, 'structural-problems'],
    queryFn: ({ signal }) =>
      request<Collection<StructuralProblem>>('/structural-problems', { query: { ...scope(replay), limit: 100 }, signal }),
    staleTime: 60_000,
  })

/** Rules are the municipality's own, also while a replay is watched. */
export const rulesQuery = queryOptions({
  queryKey: ['rules'],
  queryFn: ({ signal }) => everyPage<Rule>('/rules', {}, signal),
})

export const alertCheckQuery = (replay: ReplayId, id: string) =>
  queryOptions({
    queryKey: [replay, 'alert-check', id],
    queryFn: ({ signal }) => request<AlertCheck>(`/issues/${id}/alert-check`, { query: scope(replay), signal }),
    refetchInterval: 30_000,
  })

/** What residents asked in the last two weeks and nothing was published about. */
export const openQuestionsQuery = (replay: ReplayId) =>
  queryOptions({
    queryKey: [replay, 'questions'],
    queryFn: ({ signal }) =>
      request<Collection<ResidentQuestion>>('/questions', { query: { answered: false, ...scope(replay), limit: OPEN_QUESTIONS }, signal }),
    refetchInterval: 60_000,
  })

export const contentItemsQuery = (replay: ReplayId) =>
  queryOptions({
    queryKey: [replay, 'content-items'],
    queryFn: ({ signal }) => request<Collection<ContentItem>>('/content-items', { query: { ...scope(replay), limit: 500 }, signal }),
  })

/** The hand-overs that the address names, as the API names them. */
export type HandoverFilter = { status?: string; kind?: string; receiver?: string; issue?: string; message?: string }
export const handoversQuery = (replay: ReplayId, filter: HandoverFilter) =>
  queryOptions({
    queryKey: [replay, 'handovers', filter],
    queryFn: ({ signal }) => request<Collection<Handover>>('/handovers', { query: { ...filter, ...scope(replay), limit: 500 }, signal }),
  })

/** Crisis mode is the municipality's own, also while a replay is watched. */
export const crisisQuery = queryOptions({
  queryKey: [null, 'crisis'],
  queryFn: ({ signal }) => request<CrisisState>('/crisis', { signal }),
})

export const briefingQuery = queryOptions({
  queryKey: [null, 'briefing'],
  queryFn: ({ signal }) => request<Briefing>('/crisis/briefing', { signal }),
  refetchInterval: everyMinuteUnlessPaused,
})

export const sourcesQuery = (replay: ReplayId) =>
  queryOptions({
    queryKey: [replay, 'sources'],
    queryFn: ({ signal }) => everyPage<Source>('/sources', scope(replay), signal),
    refetchInterval: 30_000,
  })

export const replaysQuery = queryOptions({
  queryKey: ['replays'],
  queryFn: ({ signal }) => request<Collection<Replay>>('/replays', { signal }),
  refetchInterval: 10_000,
})

export type ReportPeriod = { id: string; kind: 'week' | 'month'; messages: number }
export const reportsQuery = (replay: ReplayId) =>
  queryOptions({
    queryKey: [replay, 'reports'],
    queryFn: ({ signal }) => request<Collection<ReportPeriod>>('/reports', { query: { ...scope(replay), limit: 500 }, signal }),
  })

export const reportQuery = (replay: ReplayId, id: string, filter: { area?: string; channel?: string }) =>
  queryOptions({
    queryKey: [replay, 'report', id, filter],
    queryFn: ({ signal }) => request<ReputationReport>(`/reports/${id}`, { query: { ...filter, ...scope(replay) }, signal }),
    staleTime: 60_000,
  })

export type Person = { id: string; name: string }
export const peopleQuery = (q: string) =>
  queryOptions({
    queryKey: ['people', q],
    queryFn: ({ signal }) => request<Collection<Person>>('/users', { query: { q, limit: 20 }, signal }),
    staleTime: 30_000,
  })

/** Names of everybody who works here, by id. */
export const namesQuery = queryOptions({
  queryKey: ['people', 'all'],
  queryFn: ({ signal }) => everyPage<Person>('/users', {}, signal),
  staleTime: 60_000,
})

/** What the stream told since this page opened: counts per channel and per minute, never a text. */
export type Ticker = { since: number; perChannel: Record<string, number>; perMinute: Record<number, number>; total: number }
export const tickerKey = (replay: ReplayId) => [replay, 'ticker'] as const
