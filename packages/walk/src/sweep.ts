import { createNormal, detectIssue, historyStart, type Normal } from '@rumoer/analysis/detect'
import type { Crisis } from '@rumoer/contracts'
import type { IssueJudgement, Ownership, Store } from '@rumoer/store'
import { alarmsPerYearIn, rulesIn } from './crisis-rules.ts'
import type { FindSignal } from './judge-issue.ts'
import { judgeOnce } from './judge-once.ts'
import { keepNormal } from './keep-normal.ts'
import { type Mind, refreshLessons } from './mind.ts'
import { countForRules, createRuleBook } from './rule-book.ts'
import type { WalkLog } from './walk-log.ts'
import { createWatch } from './watch/create-watch.ts'

const HOUR_MS = 3_600_000
/** A text that was erased is out of what the reader learnt within this time. */
const LESSONS_EVERY_MS = 30_000
/** How far back the normal looks: eight weeks, which holds each hour of the week eight times. */
const NORMAL_DAYS = 56
/** The latest day is left out, so that what is happening now does not become its own normal. */
const NORMAL_GAP_HOURS = 24
/** Issues that were silent for longer are left as they are. */
export const ACTIVE_HOURS = 7 * 24
const EVENTS_KEPT_HOURS = 72
/** Texts that one sweep takes the words out of, so that a large backlog does not hold up the live walk. */
const EXPIRED_PER_SWEEP = 1_000
/** Stated rate: false alarms per municipality and year, over all issues watched. */
export const FALSE_ALARMS_PER_YEAR = 52

export type Sweep = {
  run(): Promise<void>
  /** Whether rules changed since the last run. */
  isStale(): Promise<boolean>
}

/** The ticking clock: what is normal, what stands above it, which level and heat that gives, whom to alert, which issues are done. */
export function createSweep(options: { store: Store; ownership: Ownership; mind: Mind; now: () => Date; log: WalkLog }): Sweep {
  const { store, ownership, mind, now, log } = options
  const book = createRuleBook(store, mind.municipalityId)
  const watch = createWatch(options)
  const presentNormal = keepNormal(store, mind.municipalityId, async (at) => {
    await store.events.prune(mind.municipalityId, new Date(at.getTime() - EVENTS_KEPT_HOURS * HOUR_MS))
    return loadNormal(store, mind.municipalityId, at)
  })
  let expiredAt = Number.NEGATIVE_INFINITY
  let learntAt = Number.NEGATIVE_INFINITY

  /** Once an hour, and again with every sweep while more is past its time. */
  async function expire(at: Date): Promise<void> {
    if (Math.abs(at.getTime() - expiredAt) < HOUR_MS) return
    const gone = await store.retention.expire(ownership, at, EXPIRED_PER_SWEEP)
    if (gone.texts < EXPIRED_PER_SWEEP) expiredAt = at.getTime()
    if (gone.texts + gone.originals + gone.setAside + gone.deliveries > 0)
      log.info('expired', { municipality: mind.municipalityId, ...gone })
  }

  async function learn(at: Date): Promise<void> {
    if (Math.abs(at.getTime() - learntAt) < LESSONS_EVERY_MS) return
    learntAt = at.getTime()
    await refreshLessons(store, mind)
  }

  return {
    isStale: () => book.isStale(),
    async run() {
      const at = now()
      await expire(at)
      await learn(at)
      await store.issues.settle(ownership, at)
      await store.handovers.settle(ownership, at)
      const crisis = await store.crises.present(mind.municipalityId)
      const rules = rulesIn(crisis, await book.rules(at))
      const activities = await store.issues.active(mind.municipalityId, at, ACTIVE_HOURS)
      if (activities.length === 0) return watch.run(at)
      const countOf = await countForRules(store, mind.municipalityId, rules, activities, at)
      const episodes = await store.alerts.episodes(
        mind.municipalityId,
        activities.map(({ issueId }) => issueId),
      )
      const present = await presentNormal(at)
      const findSignal = findBurst(activities.length, crisis)
      const judgements: IssueJudgement[] = []
      for (const stored of activities) {
        const { judgement, alert } = await judgeOnce(store, mind.municipalityId, {
          stored,
          normal: present,
          rules,
          countOf: (rule) => countOf(rule, stored.issueId),
          episode: episodes.get(stored.issueId),
          findSignal,
          at,
        })
        judgements.push(judgement)
        if (!alert) continue
        // Alerts first: a level that is stored already is not told again, so a sweep that is cut off in between must not have stored it.
        const { isNew } = await store.alerts.raise(ownership, alert)
        if (isNew) log.info('alert-raised', { municipality: mind.municipalityId, issue: alert.issueId, level: alert.level })
      }
      await store.issues.judge(ownership, judgements)
      await watch.run(at)
    },
  }
}

/** Normal rates of a municipality before an instant, from its own stored counts. */
export async function loadNormal(store: Store, municipalityId: number, at: Date): Promise<Normal> {
  const to = new Date(at.getTime() - NORMAL_GAP_HOURS * HOUR_MS)
  const longest = new Date(to.getTime() - NORMAL_DAYS * 24 * HOUR_MS)
  const hours = await store.counts.hourly(municipalityId, { areaCode: null, category: null, from: longest, to: at })
  const from = new Date(historyStart(hours.map(({ hourAt, messages }) => ({ at: hourAt.getTime(), messages }))) ?? to.getTime())
  const profile = from < to ? await store.counts.profile(municipalityId, { from, to }) : []
  return createNormal({ profile, from: Math.min(from.getTime(), to.getTime()), to: to.getTime() })
}

/** What stands out of an issue's counts, while so many issues are watched. */
export const findBurst =
  (watched: number, crisis: Crisis | null = null): FindSignal =>
  (activity, normal, nowMs) =>
    detectIssue(activity, normal, nowMs, { falseAlarmsPerYear: alarmsPerYearIn(crisis, FALSE_ALARMS_PER_YEAR), watched })
