import { setImmediate } from 'node:timers/promises'
import { needsSignal } from '@rumoer/analysis/decide'
import type { Normal } from '@rumoer/analysis/detect'
import type { BacktestAlert, BacktestResult, RuleVersion } from '@rumoer/contracts'
import type { PastIssue, PastMessage, Store } from '@rumoer/store'
import { filterKey } from '../rule-book.ts'
import { ACTIVE_HOURS, FALSE_ALARMS_PER_YEAR, loadNormal } from '../sweep.ts'
import { ordinaryPast } from './ordinary-past.ts'
import { createWorld, type PastAlert, playMoment, type World } from './play-rules.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const WEEK_MS = 7 * DAY_MS
/** Played before the first day, so that what stood above normal already is not told as new. */
const WARM_UP_MS = DAY_MS
/** Two alerts on one issue within so much time are about the same. */
const SAME_MS = WEEK_MS
const MOST_MESSAGES = 400_000
const MOST_ALERTS = 500
/** Half an hour: a rule looks at whole hours. */
const CHANCE_STEP_MS = 30 * MINUTE_MS
const WEEKS_PER_YEAR = 365.25 / 7

export type BacktestOptions = {
  store: Store
  municipalityId: number
  rule: RuleVersion
  from: Date
  to: Date
  stepMinutes: number
}

/** The stretch holds more than a back-test looks at. */
export class TooMuchHistoryError extends Error {
  override readonly name = 'TooMuchHistoryError'
  readonly status = 400
  constructor() {
    super(`history: more than ${MOST_MESSAGES} messages, expected a shorter time between from and to`)
  }
}

/**
 * Plays a rule, and beside it the rules that are in force, over stored history on a simulated clock. Writes nothing.
 *
 * Signal, rules, levels and episodes are the sweep's own; messages count from their time of writing, in the issues that they are in today, so a merge
 * that people made later is known beforehand. What is normal is worked out anew for each day.
 */
export async function backTest({ store, municipalityId, rule, from, to, stepMinutes }: BacktestOptions): Promise<BacktestResult> {
  const present = await store.rules.live(municipalityId)
  const filters = new Map([rule, ...present].map(({ definition }) => [filterKey(definition.filter), definition.filter]))
  const history = await store.rules.history(municipalityId, {
    from: new Date(from.getTime() - WARM_UP_MS - ACTIVE_HOURS * HOUR_MS),
    to,
    filters: [...filters.values()],
    limit: MOST_MESSAGES + 1,
  })
  if (history.messages.length > MOST_MESSAGES) throw new TooMuchHistoryError()
  const filterAt = new Map([...filters.keys()].map((key, at) => [key, at]))
  const worlds = [createWorld([rule]), createWorld(present)] as const
  const clock = { from: from.getTime() - WARM_UP_MS, to: to.getTime(), stepMs: stepMinutes * MINUTE_MS }
  await play(worlds, history, clock, filterAt, (at) => loadNormal(store, municipalityId, at))
  const [told, toldNow] = worlds.map((world) => world.alerts.filter(({ at }) => at >= from)) as [PastAlert[], PastAlert[]]
  const seen = history.messages.filter(({ at }) => at >= from)
  const chance = await chanceOf(rule, {
    messages: seen,
    issues: history.issues,
    normal: await loadNormal(store, municipalityId, to),
    from: from.getTime(),
    to: to.getTime(),
    isNews: newsOf(present, toldNow),
  })
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    stepMinutes,
    messages: seen.length,
    issues: new Set(seen.map(({ issueId }) => issueId)).size,
    ...summarise(rule, told, toldNow, (to.getTime() - from.getTime()) / WEEK_MS),
    ...chance,
  }
}

/** Issues that a rule in force told of because they stood out: there something was going on. */
function newsOf(rules: readonly RuleVersion[], told: readonly PastAlert[]): (issueId: string) => boolean {
  const detecting = new Set(rules.filter(({ definition }) => needsSignal(definition.when)).map(({ id }) => id))
  const news = new Set(told.filter(({ input }) => input.toldBy.some((id) => detecting.has(id))).map(({ issue }) => issue.id))
  return (issueId) => news.has(issueId)
}

/** How often the rule alone rings while nothing goes on; the stated rate of the detectors where the history is too short to play that. */
async function chanceOf(
  rule: RuleVersion,
  given: Parameters<typeof ordinaryPast>[0],
): Promise<Pick<BacktestResult, 'chancePerWeek' | 'chanceWeeks'>> {
  const past = ordinaryPast(given)
  if (!past) return { chancePerWeek: needsSignal(rule.definition.when) ? FALSE_ALARMS_PER_YEAR / WEEKS_PER_YEAR : null, chanceWeeks: 0 }
  const world = createWorld([rule])
  const clock = { from: given.to, to: given.to + past.days * DAY_MS, stepMs: CHANCE_STEP_MS }
  await play([world], past, clock, new Map([[filterKey(rule.definition.filter), 0]]), () => Promise.resolve(given.normal))
  const told = world.alerts.filter(({ at }) => at.getTime() >= given.to + WARM_UP_MS)
  const weeks = (past.days * DAY_MS - WARM_UP_MS) / WEEK_MS
  return { chancePerWeek: told.length / weeks, chanceWeeks: weeks }
}

type Clock = { from: number; to: number; stepMs: number }

/** Only issues that got a message, or that are not calm in some world, can change. */
async function play(
  worlds: readonly World[],
  { messages, issues }: { messages: readonly PastMessage[]; issues: readonly PastIssue[] },
  { from, to, stepMs }: Clock,
  filterAt: ReadonlyMap<string, number>,
  normalAt: (at: Date) => Promise<Normal>,
): Promise<void> {
  const byId = new Map(issues.map((issue) => [issue.id, issue]))
  const past = new Map<string, PastMessage[]>()
  const watch = watchedIssues(messages)
  let normal: { value: Normal; until: number } | null = null
  let next = 0
  for (let now = from; now <= to; now += stepMs) {
    const changed = new Set(worlds.flatMap(({ stirred }) => [...stirred]))
    for (; next < messages.length && messages[next]!.at.getTime() <= now; next++) {
      const message = messages[next]!
      const earlier = past.get(message.issueId)
      if (earlier) earlier.push(message)
      else past.set(message.issueId, [message])
      changed.add(message.issueId)
    }
    if (changed.size === 0) continue
    const at = new Date(now)
    if (normal === null || now >= normal.until) normal = { value: await normalAt(at), until: now + DAY_MS }
    const watched = watch(now)
    for (const id of changed) {
      const issue = byId.get(id)
      if (!issue) continue
      for (const world of worlds) playMoment(world, { issue, messages: past.get(id)!, normal: normal.value, watched, at, filterAt })
    }
    await setImmediate()
  }
}

/** How many issues had a message in the hours that the sweep looks back, at moments that only go forward. */
function watchedIssues(messages: readonly PastMessage[]): (nowMs: number) => number {
  const inside = new Map<string, number>()
  let [entering, leaving] = [0, 0]
  return (nowMs) => {
    for (; entering < messages.length && messages[entering]!.at.getTime() <= nowMs; entering++) {
      const { issueId } = messages[entering]!
      inside.set(issueId, (inside.get(issueId) ?? 0) + 1)
    }
    for (; leaving < entering && messages[leaving]!.at.getTime() <= nowMs - ACTIVE_HOURS * HOUR_MS; leaving++) {
      const { issueId } = messages[leaving]!
      if (inside.get(issueId) === 1) inside.delete(issueId)
      else inside.set(issueId, inside.get(issueId)! - 1)
    }
    return inside.size
  }
}

function summarise(rule: RuleVersion, told: readonly PastAlert[], toldNow: readonly PastAlert[], weeks: number) {
  const alerts = told.map((alert): BacktestAlert => {
    const { at, issue, input, messages, voices } = alert
    const other = toldNow.find((one) => isSame(one, alert))
    return {
      at: at.toISOString(),
      issueId: issue.id,
      title: issue.title,
      areaCode: issue.areaCode,
      category: issue.category,
      level: rule.definition.level,
      conditions: [...input.conditions],
      messages,
      voices,
      afterFirstMinutes: minutesBetween(issue.firstAt, at),
      leadMinutes: other ? minutesBetween(at, other.at) : null,
      noise: issue.isNoise,
    }
  })
  return {
    alerts: alerts.slice(0, MOST_ALERTS),
    perWeek: alerts.length / weeks,
    noisePerWeek: alerts.filter(({ noise }) => noise).length / weeks,
    medianLeadMinutes: median(alerts.flatMap(({ leadMinutes }) => (leadMinutes === null ? [] : [leadMinutes]))),
    medianAfterFirstMinutes: median(alerts.map(({ afterFirstMinutes }) => afterFirstMinutes)),
    missed: toldNow.filter((one) => !told.some((alert) => isSame(alert, one))).length,
  }
}

const isSame = (a: PastAlert, b: PastAlert) => a.issue.id === b.issue.id && Math.abs(a.at.getTime() - b.at.getTime()) <= SAME_MS
const minutesBetween = (from: Date, to: Date) => Math.round((to.getTime() - from.getTime()) / MINUTE_MS)

/** The lower middle of an even number, so that it is a value that occurred. */
function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}
