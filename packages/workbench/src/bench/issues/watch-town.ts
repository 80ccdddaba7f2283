import { type Activity, DEFAULT_RULES, decide, settleLevel } from '@rumoer/analysis/decide'
import {
  type AreaActivity,
  createNormal,
  detectOutbreaks,
  detectWording,
  hourOfWeek,
  type Normal,
  seriesKey,
} from '@rumoer/analysis/detect'
import { areaChain, areaOfMost, type Level, type RuleVersion } from '@rumoer/contracts'
import { AREA_FALSE_ALARMS_PER_YEAR, findBurst, normalRange, USUAL_CATEGORIES } from '@rumoer/walk'
import { createOpenAlerts, type OpenAlerts } from './open-alerts.ts'
import type { Told } from './told-town.ts'

const HOUR_MS = 3_600_000
const WEEK_MS = 168 * HOUR_MS
const WINDOWS = [1, 6, 24, 168] as const
/** An alert that nobody closes ends with its episode. */
const QUIET_MS = 48 * HOUR_MS
const NORMAL_EVERY_MS = 6 * HOUR_MS
const RULES: readonly RuleVersion[] = DEFAULT_RULES.map(({ definition }) => ({ id: definition.name, version: 1, definition }))
const OPTIONS = { areaName: (code: string) => code, categoryName: (category: string) => category }

/** Fewer voices than this ring nowhere; leaving them out only saves time. */
const FEWEST_THAT_MAY_RING = 3
/** What words of danger and rumour are judged by. */
const WORDS_HOURS = 24

/** Told of one category in one area: by category, then by area. */
type Series = Map<string, Map<string, Told[]>>

/** Something that people would have been alerted to: what was counted, and when. */
export type Rung = { at: number; by: 'issue' | 'words' | 'area'; counted: readonly Told[] }

/** The detectors and default rules over a town as it talks: what would have rung, judged after every message on its own clock. */
export function watchTown(messages: readonly Told[], areas: number): Rung[] {
  const issues = new Map<string, { told: Told[]; level: Level; since: number; open: Level | null; rangAt: number }>()
  const series: Series = new Map()
  const rungAreas = new Map<string, number>()
  const alerts = createOpenAlerts(QUIET_MS)
  const rung: Rung[] = []
  let byMain: Normal | null = null
  let bySub: Normal | null = null
  let madeAt = Number.NEGATIVE_INFINITY
  messages.forEach((told, at) => {
    const now = told.at + 1
    if (!byMain || !bySub || now - madeAt >= NORMAL_EVERY_MS) {
      const before = messages.slice(0, at)
      byMain = mainNormal(before, now)
      bySub = subNormal(before, now)
      madeAt = now
    }
    const issue = issues.get(told.issueId) ?? { told: [], level: 'calm' as Level, since: now, open: null, rangAt: 0 }
    issues.set(told.issueId, issue)
    issue.told.push(told)
    if (now - issue.rangAt > QUIET_MS) issue.open = null
    const activity = activityOf(told.issueId, issue, now)
    const signal = activity.voices < FEWEST_THAT_MAY_RING ? null : findBurst(watchedOf(issues, now))(activity, byMain, now)
    const decision = decide(RULES, () => ({ signal, activity }), situationOf(issue), now)
    const level = settleLevel({ level: issue.level, since: issue.since }, decision.level, now)
    if (level !== issue.level) Object.assign(issue, { level, since: now })
    if (signal) issue.rangAt = now
    if (decision.telling.length > 0) {
      const by = signal ? 'issue' : 'words'
      const counted = within(issue.told, signal?.windowHours ?? WORDS_HOURS, now)
      const alert = { at: now, issueId: told.issueId, level: decision.level, ...matterOf(issue.told, activity.areaCode) }
      if (issue.open === null && alerts.ring(alert)) rung.push({ at: now, by, counted })
      issue.open = decision.level
      issue.rangAt = now
    }
    rung.push(...areaRings({ told, series, rang: rungAreas, alerts, normal: bySub, now, areas }))
  })
  return rung
}

const situationOf = ({ level, open }: { level: Level; open: Level | null }) => ({
  level,
  status: 'open' as const,
  muted: null,
  hasDoubled: false,
  sensitive: false,
  told: open ?? 'calm',
  openBy: open === null ? null : RULES.map(({ id }) => id),
  last: null,
})

const watchedOf = (issues: ReadonlyMap<string, { told: readonly Told[] }>, now: number): number => {
  let watched = 0
  for (const { told } of issues.values()) if (told.at(-1)!.at > now - WEEK_MS) watched += 1
  return watched
}

/** What an issue is about: where most of it is, and the sub category that most of it is read in. */
const matterOf = (told: readonly Told[], areaCode: string | null) => ({
  category: mostOf(told, ({ category }) => `${category.main}/${category.sub}`) ?? '',
  areaCodes: areaCode === null ? [] : [areaCode],
})

const mostOf = (told: readonly Told[], keyOf: (one: Told) => string): string | null =>
  [...Map.groupBy(told, keyOf)].sort((a, b) => b[1].length - a[1].length)[0]?.[0] ?? null

type AreaTurn = {
  told: Told
  series: Series
  rang: Map<string, number>
  alerts: OpenAlerts
  normal: Normal
  now: number
  areas: number
}

function areaRings({ told, series, rang, alerts, normal, now, areas }: AreaTurn): Rung[] {
  const { main, sub } = told.category
  if (main === 'unknown' || sub === 'unknown') return []
  const category = `${main}/${sub}`
  const byArea = series.get(category) ?? new Map<string, Told[]>()
  series.set(category, byArea)
  for (const areaCode of told.areaCode ? areaChain(told.areaCode) : ['GM9901'])
    byArea.set(areaCode, [...(byArea.get(areaCode)?.filter(({ at }) => at > now - WEEK_MS) ?? []), told])
  const activities = [...byArea].map(
    ([areaCode, list]): AreaActivity => ({
      areaCode,
      category,
      windows: WINDOWS.map((hours) => countsOf(within(list, hours, now), hours)),
    }),
  )
  const { signals } = detectOutbreaks(activities, normal, now, {
    ...OPTIONS,
    falseAlarmsPerYear: AREA_FALSE_ALARMS_PER_YEAR,
    series: areas * USUAL_CATEGORIES,
  })
  return signals.flatMap((signal) => {
    const key = seriesKey({ areaCode: signal.areaCode!, category })
    const before = rang.get(key)
    rang.set(key, now)
    if (before !== undefined && now - before < QUIET_MS) return []
    const counted = within(byArea.get(signal.areaCode!) ?? [], signal.windowHours, now)
    const issueId = mostOf(counted, (one) => one.issueId) ?? ''
    const alert = { at: now, issueId, level: signal.level, category, areaCodes: [signal.areaCode!] }
    return !alerts.isTold(signal.areaCode!, category, now) && alerts.ring(alert) ? [{ at: now, by: 'area' as const, counted }] : []
  })
}

const within = (told: readonly Told[], hours: number, now: number): Told[] => told.filter(({ at }) => at > now - hours * HOUR_MS)

function countsOf(told: readonly Told[], hours: number) {
  const voices = new Set(told.flatMap(({ countsAsVoice, voice }) => (countsAsVoice ? [voice] : []))).size
  const channels = new Set(told.map(({ channel }) => channel)).size
  return { hours, messages: told.length, voices, channels, negative: told.filter(({ mood }) => mood === 'negative').length }
}

function activityOf(
  issueId: string,
  { told, level, since }: { told: readonly Told[]; level: Level; since: number },
  now: number,
): Activity {
  const all = countsOf(told, 0)
  const placed: Record<string, number> = {}
  for (const { areaCode } of told) if (areaCode !== null) placed[areaCode] = (placed[areaCode] ?? 0) + 1
  return {
    issueId,
    title: '',
    level,
    levelSince: since,
    status: 'open',
    areaCode: areaOfMost(placed, told.length),
    category: mostOf(told, ({ category }) => category.main) ?? 'unknown',
    heat: 0,
    why: null,
    messagesPerHour: [],
    windows: WINDOWS.map((hours) => countsOf(within(told, hours, now), hours)),
    wording: detectWording(
      within(told, WORDS_HOURS, now).filter(({ countsAsVoice }) => countsAsVoice),
      now,
    ),
    messages: all.messages,
    voices: all.voices,
    channels: all.channels,
    openMeldingen: told.filter(({ isMelding, closedAt }) => isMelding && closedAt === null).length,
    lastAt: now,
  }
}

const profileOf = (told: readonly Told[], category: (one: Told) => string, from: number, to: number) => {
  const rows = new Map<string, { areaCode: string | null; category: string; hourOfWeek: number; messages: number }>()
  for (const one of told) {
    if (one.at < from || one.at >= to) continue
    const row = { areaCode: one.areaCode, category: category(one), hourOfWeek: hourOfWeek(one.at), messages: 0 }
    const key = `${row.areaCode}|${row.category}|${row.hourOfWeek}`
    const known = rows.get(key) ?? row
    rows.set(key, known)
    known.messages += 1
  }
  return [...rows.values()]
}

function mainNormal(told: readonly Told[], now: number): Normal {
  const to = now - 24 * HOUR_MS
  const from = Math.max(told[0]?.at ?? to, to - 56 * 24 * HOUR_MS)
  return createNormal({ profile: profileOf(told, ({ category }) => category.main, from, to), from: Math.min(from, to), to })
}

function subNormal(told: readonly Told[], now: number): Normal {
  const { from, to, overAllDays } = normalRange(told[0]?.at ?? now, now)
  const profile = profileOf(told, ({ category }) => `${category.main}/${category.sub}`, from, to)
  return createNormal({ profile: profile.flatMap(overAllDays), from, to })
}
