import { type Activity, DEFAULT_RULES, decide, heatOf, settleLevel } from '@rumoer/analysis/decide'
import { createNormal, detectIssue, type Normal } from '@rumoer/analysis/detect'
import { type Alert, SENSITIVE_CATEGORIES } from '@rumoer/contracts'
import type { AlertInput, IssueActivity, IssueJudgement, Ownership, Store } from '@rumoer/store'
import { type Mind, refreshLessons } from './mind.ts'
import type { WalkLog } from './walk-log.ts'

const HOUR_MS = 3_600_000
/** A text that was erased is out of what the reader learnt within this time. */
const LESSONS_EVERY_MS = 30_000
/** How far back the normal looks: eight weeks, which holds each hour of the week eight times. */
const NORMAL_DAYS = 56
/** The latest day is left out, so that what is happening now does not become its own normal. */
const NORMAL_GAP_HOURS = 24
/** Issues that were silent for longer are left as they are. */
const ACTIVE_HOURS = 7 * 24
const EVENTS_KEPT_HOURS = 72
/** Texts that one sweep takes the words out of, so that a large backlog does not hold up the live walk. */
const EXPIRED_PER_SWEEP = 1_000
/** Stated rate: false alarms per municipality and year, over all issues watched. */
export const FALSE_ALARMS_PER_YEAR = 52

export type Sweep = { run(): Promise<void> }

/** The ticking clock: what is normal, what stands above it, which level and heat that gives, whom to alert, which issues are done. */
export function createSweep(options: { store: Store; ownership: Ownership; mind: Mind; now: () => Date; log: WalkLog }): Sweep {
  const { store, ownership, mind, now, log } = options
  let normal: { value: Normal; madeAt: number } | null = null
  let expiredAt = Number.NEGATIVE_INFINITY
  let learntAt = Number.NEGATIVE_INFINITY

  async function presentNormal(at: Date): Promise<Normal> {
    if (normal && Math.abs(at.getTime() - normal.madeAt) < HOUR_MS) return normal.value
    normal = { value: await loadNormal(store, mind.municipalityId, at), madeAt: at.getTime() }
    await store.events.prune(mind.municipalityId, new Date(at.getTime() - EVENTS_KEPT_HOURS * HOUR_MS))
    return normal.value
  }

  /** Once an hour, and again with every sweep while more is past its time. */
  async function expire(at: Date): Promise<void> {
    if (Math.abs(at.getTime() - expiredAt) < HOUR_MS) return
    const gone = await store.retention.expire(ownership, at, EXPIRED_PER_SWEEP)
    if (gone.texts < EXPIRED_PER_SWEEP) expiredAt = at.getTime()
    if (gone.texts + gone.originals + gone.setAside > 0) log.info('expired', { municipality: mind.municipalityId, ...gone })
  }

  async function learn(at: Date): Promise<void> {
    if (Math.abs(at.getTime() - learntAt) < LESSONS_EVERY_MS) return
    learntAt = at.getTime()
    await refreshLessons(store, mind)
  }

  return {
    async run() {
      const at = now()
      await expire(at)
      await learn(at)
      await store.issues.settle(ownership, at)
      const activities = await store.issues.active(mind.municipalityId, at, ACTIVE_HOURS)
      if (activities.length === 0) return
      const open = new Map((await store.alerts.open(mind.municipalityId)).map((alert) => [alert.issueId, alert]))
      const present = await presentNormal(at)
      const verdicts = activities.map((activity) => judge(activity, present, open.get(activity.issueId) ?? null, activities.length, at))
      // Alerts first: a level that is stored already is not told again, so a sweep that is cut off in between must not have stored it.
      for (const { alert } of verdicts) {
        if (!alert) continue
        const { isNew } = await store.alerts.raise(ownership, alert)
        if (isNew) log.info('alert-raised', { municipality: mind.municipalityId, issue: alert.issueId, level: alert.level })
      }
      await store.issues.judge(
        ownership,
        verdicts.map(({ judgement }) => judgement),
      )
    },
  }
}

/** Normal rates of a municipality before an instant, from its own stored counts. */
export async function loadNormal(store: Store, municipalityId: number, at: Date): Promise<Normal> {
  const first = await store.counts.firstHour(municipalityId)
  const to = new Date(at.getTime() - NORMAL_GAP_HOURS * HOUR_MS)
  const from = new Date(Math.max(first?.getTime() ?? to.getTime(), to.getTime() - NORMAL_DAYS * 24 * HOUR_MS))
  const profile = from < to ? await store.counts.profile(municipalityId, { from, to }) : []
  return createNormal({ profile, from: from.getTime(), to: to.getTime() })
}

function judge(
  stored: IssueActivity,
  normal: Normal,
  openAlert: Alert | null,
  watched: number,
  at: Date,
): { judgement: IssueJudgement; alert: AlertInput | null } {
  const nowMs = at.getTime()
  const activity = toActivity(stored)
  const signal = detectIssue(activity, normal, nowMs, { falseAlarmsPerYear: FALSE_ALARMS_PER_YEAR, watched })
  const decision = decide(signal, activity, DEFAULT_RULES, openAlert)
  const level = settleLevel({ level: stored.level, since: stored.levelSince.getTime() }, decision.level, nowMs)
  const judgement: IssueJudgement = {
    issueId: stored.issueId,
    level,
    heat: steadyHeat(stored.heat, heatOf(activity, signal, nowMs).heat),
    why: signal?.sentence ?? (level === 'calm' ? null : stored.why),
    timesNormal: signal && signal.expected > 0 ? signal.observed / signal.expected : null,
    line: stored.messagesPerHour,
    lineEndsAt: at,
    now: at,
  }
  const quiet = stored.mutedUntil !== null && !wakes(stored, decision.level, at)
  const secret = SENSITIVE_CATEGORIES.includes(stored.category)
  if (!decision.alert || !signal || quiet || secret || stored.status === 'dismissed') return { judgement, alert: null }
  return {
    judgement,
    alert: {
      issueId: stored.issueId,
      level: decision.level,
      title: stored.title,
      areaCodes: stored.areaCode ? [stored.areaCode] : [],
      observed: signal.observed,
      expected: signal.expected,
      windowHours: signal.windowHours,
      sentence: signal.sentence,
      rule: decision.rule ?? '',
      conditions: decision.conditions,
      now: at,
    },
  }
}

/** Small drift is not news: heat moves by at least half a point and three per cent, so that a cooling wall does not flood its readers. */
function steadyHeat(before: number, after: number): number {
  const rounded = Math.round(after * 10) / 10
  return Math.abs(rounded - before) < Math.max(0.5, before * 0.03) && before > 0 ? before : rounded
}

const LEVEL_RANK = { calm: 0, attention: 1, urgent: 2, crisis: 3 } as const

/** A muted issue wakes when its time is over, or, muted until it escalates, when its level rises. */
function wakes(stored: IssueActivity, level: keyof typeof LEVEL_RANK, at: Date): boolean {
  if (stored.mutedUntil === 'escalates') return LEVEL_RANK[level] > LEVEL_RANK[stored.level]
  return stored.mutedUntil === null || stored.mutedUntil <= at
}

function toActivity(stored: IssueActivity): Activity {
  const { levelSince, lastAt, mutedUntil: _muted, ...same } = stored
  return { ...same, levelSince: levelSince.getTime(), lastAt: lastAt.getTime() }
}
