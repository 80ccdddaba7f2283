import { HANDOVER_KINDS, HANDOVER_STATUSES, RECEIVER_KINDS, type Session } from '@rumoer/contracts'
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  retainSearchParams,
  type SearchSchemaInput,
} from '@tanstack/react-router'
import type { WallSearch } from '../features/wand/wall-look.ts'
import { ApiError } from '../lib/api.ts'
import { columnsParam } from '../lib/columns.ts'
import { areaParam, dropEmpty, type IssueFilter, matching, oneOf, parseIssueFilter, slugParam, uuidParam } from '../lib/issue-filter.ts'
import { type MapSearch, parseMapSearch } from '../lib/map-search.ts'
import { parseMessageFilter } from '../lib/message-filter.ts'
import { type HandoverFilter, sessionQuery } from '../lib/queries.ts'
import { enterScreen, isRevoked, viewerQuery, wasScreen } from '../lib/screen.ts'
import { loadSettingsOf } from '../lib/settings.ts'
import { LiveLayout } from './live-layout.tsx'
import { PageError } from './page-error.tsx'
import { LivePage } from './pages/live.tsx'
import { NotFound } from './pages/not-found.tsx'
import { Shell } from './shell.tsx'

type Raw = Record<string, unknown> & SearchSchemaInput
export type RouterContext = { client: QueryClient }

const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: PageError,
})

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/aanmelden',
  component: lazyRouteComponent(() => import('../features/sign-in/sign-in-page.tsx'), 'SignInPage'),
})

/** What a receiver outside opens with a link; and what a department that signs in sees: nothing else here is theirs. */
const handedLinkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/overdracht',
  component: lazyRouteComponent(() => import('../features/handed-over/handed-link-page.tsx'), 'HandedLinkPage'),
})

/** What a partner outside reads of a crisis with a link. */
const briefingLinkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/crisisbeeld',
  component: lazyRouteComponent(() => import('../features/crisis/briefing-link-page.tsx'), 'BriefingLinkPage'),
})

async function expectSession(client: QueryClient): Promise<Session> {
  try {
    const session = await client.ensureQueryData(sessionQuery)
    loadSettingsOf(session.user.id)
    return session
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) throw redirect({ to: wasScreen() ? '/wand' : '/aanmelden' })
    if (error instanceof ApiError && error.status === 403) throw redirect({ to: '/wand' })
    throw error
  }
}

const handedListRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/overgedragen',
  beforeLoad: async ({ context }) => void (await expectSession(context.client)),
  component: lazyRouteComponent(() => import('../features/handed-over/handed-list-page.tsx'), 'HandedListPage'),
})

function parseReplay(search: Raw): { replay?: number } {
  const replay = Number(search.replay)
  return Number.isInteger(replay) && replay > 0 ? { replay } : {}
}

/** Everything behind the door: a session first, then one stream for all pages. */
const liveRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'live',
  validateSearch: parseReplay,
  search: { middlewares: [retainSearchParams(['replay'])] },
  beforeLoad: async ({ context }) => {
    const { role } = await expectSession(context.client)
    if (role === 'vakafdeling') throw redirect({ to: '/overgedragen' })
  },
  component: LiveLayout,
})

/** The wall: a person's, or that of a screen which came with its token behind the `#`. A screen never meets the sign-in page. */
const wallRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'wall',
  validateSearch: parseReplay,
  search: { middlewares: [retainSearchParams(['replay'])] },
  beforeLoad: async ({ context, location }) => {
    const token = /^token=([\w-]{1,200})$/.exec(location.hash)?.[1]
    if (token !== undefined) {
      window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search)
      await enterScreen(token)
      throw redirect({ to: '/wand', hash: '', replace: true })
    }
    try {
      await context.client.ensureQueryData(viewerQuery)
    } catch (error) {
      if (isRevoked(error) && !wasScreen()) throw redirect({ to: '/aanmelden' })
      throw error
    }
  },
  component: LiveLayout,
  errorComponent: lazyRouteComponent(() => import('../features/wand/screen-gone.tsx'), 'WallError'),
})

const deskRoute = createRoute({ getParentRoute: () => liveRoute, id: 'desk', component: Shell })

const homeRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/',
  validateSearch: (search: Raw): IssueFilter & { kolommen?: string } =>
    dropEmpty({ ...parseIssueFilter(search), kolommen: columnsParam(search.kolommen) }),
  component: LivePage,
})

const issueRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/issues/$id',
  component: lazyRouteComponent(() => import('../features/issues/issue-page.tsx'), 'IssuePage'),
})

const messagesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/berichten',
  validateSearch: (search: Raw) => parseMessageFilter(search),
  component: lazyRouteComponent(() => import('../features/messages/messages-page.tsx'), 'MessagesPage'),
})

const mapRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/kaart',
  validateSearch: (search: Raw): MapSearch => parseMapSearch(search),
  component: lazyRouteComponent(() => import('../features/map/map-page.tsx'), 'MapPage'),
})

const crisisRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/crisis',
  component: lazyRouteComponent(() => import('../features/crisis/crisis-page.tsx'), 'CrisisPage'),
})

const flaggedRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/herhaling',
  component: lazyRouteComponent(() => import('../features/replays/flagged-page.tsx'), 'FlaggedPage'),
})

const planningRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/planning',
  validateSearch: (search: Raw): { weergave?: 'lijst' | 'vragen'; van?: string } =>
    dropEmpty({
      weergave: search.weergave === 'lijst' || search.weergave === 'vragen' ? search.weergave : undefined,
      van: uuidParam(search.van),
    }),
  component: lazyRouteComponent(() => import('../features/planning/planning-page.tsx'), 'PlanningPage'),
})

const reportsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/rapporten',
  validateSearch: (search: Raw): { periode?: string; area?: string; channel?: string } =>
    dropEmpty({
      periode: matching(search.periode, /^\d{4}-(W\d{2}|\d{2})$/),
      area: areaParam(search.area),
      channel: slugParam(search.channel),
    }),
  component: lazyRouteComponent(() => import('../features/reports/reports-page.tsx'), 'ReportsPage'),
})

const sourcesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/bronnen',
  component: lazyRouteComponent(() => import('../features/sources/sources-page.tsx'), 'SourcesPage'),
})

const entryRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/invoer',
  component: lazyRouteComponent(() => import('../features/entry/entry-page.tsx'), 'EntryPage'),
})

const importsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/bronnen/inlezen',
  component: lazyRouteComponent(() => import('../features/imports/imports-page.tsx'), 'ImportsPage'),
})

const importRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/bronnen/inlezen/$id',
  component: lazyRouteComponent(() => import('../features/imports/import-page.tsx'), 'ImportPage'),
})

const signalsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/signalen',
  component: lazyRouteComponent(() => import('../features/signals/signals-page.tsx'), 'SignalsPage'),
})

const rulesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/regels',
  component: lazyRouteComponent(() => import('../features/alerts/rules-page.tsx'), 'RulesPage'),
})

const handoversRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/overdrachten',
  validateSearch: (search: Raw): HandoverFilter =>
    dropEmpty({
      status: oneOf(search.status, HANDOVER_STATUSES),
      kind: oneOf(search.kind, HANDOVER_KINDS),
      receiver: oneOf(search.receiver, RECEIVER_KINDS),
    }),
  component: lazyRouteComponent(() => import('../features/handovers/handovers-page.tsx'), 'HandoversPage'),
})

const numberParam = (value: unknown, low: number, high: number) => {
  const number = Number(value)
  return value !== undefined && Number.isFinite(number) && number >= low && number <= high ? number : undefined
}

const countParam = (value: unknown) => (value === '2' || value === 2 ? 2 : value === '3' || value === 3 ? 3 : undefined)

const wandRoute = createRoute({
  getParentRoute: () => wallRoute,
  path: '/wand',
  validateSearch: (search: Raw): WallSearch =>
    dropEmpty({
      inch: numberParam(search.inch, 20, 120),
      meter: numberParam(search.meter, 1, 12),
      thema: search.thema === 'licht' || search.thema === 'donker' ? search.thema : undefined,
      schermen: countParam(search.schermen),
      scherm: countParam(search.scherm),
    }),
  component: lazyRouteComponent(() => import('../features/wand/wand-page.tsx'), 'WandPage'),
})

const screensRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/schermen',
  component: lazyRouteComponent(() => import('../features/screens/screens-page.tsx'), 'ScreensPage'),
})

const houseStyleRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/huisstijl',
  component: lazyRouteComponent(() => import('../features/house-style/house-style-page.tsx'), 'HouseStylePage'),
})

const routeTree = rootRoute.addChildren([
  signInRoute,
  handedLinkRoute,
  briefingLinkRoute,
  handedListRoute,
  liveRoute.addChildren([
    deskRoute.addChildren([
      homeRoute,
      issueRoute,
      messagesRoute,
      mapRoute,
      crisisRoute,
      flaggedRoute,
      planningRoute,
      reportsRoute,
      sourcesRoute,
      entryRoute,
      importsRoute,
      importRoute,
      signalsRoute,
      rulesRoute,
      screensRoute,
      houseStyleRoute,
      handoversRoute,
    ]),
  ]),
  wallRoute.addChildren([wandRoute]),
])

/** Plain `name=value` addresses: what a report links to reads the same as what the API takes. */
export function makeRouter(client: QueryClient) {
  return createRouter({
    routeTree,
    context: { client },
    defaultPreload: false,
    scrollRestoration: true,
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const entries = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== '')
      const text = new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString()
      return text ? `?${text}` : ''
    },
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
