import { type Area, type Briefing, type Crisis, type Issue, LEVELS, SENSITIVE_CATEGORIES } from '@rumoer/contracts'
import { issueForScreen } from '../../screens/for-screen.ts'
import type { Services } from '../../services.ts'
import { usualLastHour } from '../summary/usual-last-hour.ts'

const MOST_ISSUES = 8
const MOST_AREAS = 10
const MOST_PUBLISHED = 10
const LOOKED_AT = 100
const DAY_MS = 86_400_000
const DONE: readonly Issue['status'][] = ['resolved', 'dismissed']

/** The crisis as partners may read it: what a screen on a wall may show, and what was counted. */
export async function makeBriefing(services: Services, municipalityId: number, crisis: Crisis): Promise<Briefing> {
  const { store } = services
  const now = services.now()
  const window = { from: new Date(now.getTime() - DAY_MS).toISOString(), to: now.toISOString() }
  const [municipality, summary, counts, asked, found, areas, planning, normal] = await Promise.all([
    store.municipalities.byId(municipalityId),
    store.counts.summary(municipalityId, now),
    store.messages.counts(municipalityId, window),
    store.messages.counts(municipalityId, { ...window, facet: 'question' }),
    store.issues.search(municipalityId, { sort: 'heat', limit: LOOKED_AT, total: false }),
    store.areas.list(municipalityId),
    store.planning.list(municipalityId),
    services.normals(municipalityId, now),
  ])
  const names = new Map(areas.map((area) => [area.code, area]))
  const countOf = (value: string, list: readonly { value: string; messages: number }[]) =>
    list.find((one) => one.value === value)?.messages ?? 0
  return {
    municipality: municipality!.name,
    reason: crisis.reason,
    startedAt: crisis.startedAt,
    madeAt: now.toISOString(),
    until: null,
    messagesLastHour: summary.messagesLastHour,
    expectedLastHour: usualLastHour(normal, now.getTime()),
    messages: counts.total,
    mood: {
      negative: countOf('negative', counts.sentiment),
      neutral: countOf('neutral', counts.sentiment),
      positive: countOf('positive', counts.sentiment),
    },
    fromAffected: countOf('getroffene', counts.role),
    questions: asked.total,
    issues: briefed(found.items, names),
    areas: counts.area
      .filter(({ value }) => value.startsWith('BU') && names.has(value))
      .slice(0, MOST_AREAS)
      .map(({ value, messages }) => ({ name: names.get(value)!.name, messages })),
    published: planning.items
      .filter(({ status, updatedAt }) => status === 'published' && updatedAt >= window.from)
      .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
      .slice(0, MOST_PUBLISHED)
      .map(({ title, updatedAt }) => ({ title, at: updatedAt })),
  }
}

/** The gravest first, and of one level the hottest; nothing sensitive, nobody's name, no house number. */
function briefed(issues: readonly Issue[], names: ReadonlyMap<string, Area>): Briefing['issues'] {
  return issues
    .filter(({ category, status, level }) => !SENSITIVE_CATEGORIES.includes(category.main) && !DONE.includes(status) && level !== 'calm')
    .sort((a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) || b.heat - a.heat)
    .slice(0, MOST_ISSUES)
    .map((issue) => {
      const { title, level, status, firstAt, voices, channels, timesNormal, why, areaCodes, assignee } = issueForScreen(issue)
      return {
        title,
        level,
        status,
        since: firstAt,
        voices,
        channels: channels.length,
        timesNormal,
        why,
        places: areaCodes.filter((code) => code.startsWith('BU')).flatMap((code) => names.get(code)?.name ?? []),
        isTaken: assignee !== null,
      }
    })
}
