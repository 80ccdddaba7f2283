import { heatOf } from '@rumoer/analysis/decide'
import {
  detectIssue,
  detectMoodTurn,
  forecastGrowth,
  type GrowthExample,
  growthExamples,
  momentOf,
  type Normal,
} from '@rumoer/analysis/detect'
import type { Outlook } from '@rumoer/contracts'
import type { IssueActivity, Store } from '@rumoer/store'
import { FALSE_ALARMS_PER_YEAR } from '../sweep.ts'

const DAY_MS = 86_400_000
const LEARN_DAYS = 56
const ACTIVE_HOURS = 168
const FORECAST_HOURS = 24
/** Turns of mood that chance brings in a year, over all issues that are watched; each is looked at afresh each day. */
const FALSE_TURNS_PER_YEAR = 12

/** Moments of earlier issues from which a forecast learns. */
export async function loadGrowth(store: Store, municipalityId: number, at: Date): Promise<GrowthExample[]> {
  const times = await store.signals.issueTimes(municipalityId, { from: new Date(at.getTime() - LEARN_DAYS * DAY_MS), to: at })
  return [...Map.groupBy(times, ({ issueId }) => issueId).values()].flatMap((issue) =>
    growthExamples(
      issue.map((one) => one.at.getTime()),
      at.getTime(),
    ),
  )
}

/** Why one issue stands where it stands now, and what may come of it; its heat is null when it has been silent for a week. */
export async function loadOutlook(
  store: Store,
  { municipalityId, issueId, at }: { municipalityId: number; issueId: string; at: Date },
  { normal, growth }: { normal: Normal; growth: readonly GrowthExample[] },
): Promise<Outlook> {
  const activities = await store.issues.active(municipalityId, at, ACTIVE_HOURS)
  const stored = activities.find((one) => one.issueId === issueId)
  if (!stored) return { issue: issueId, at: at.toISOString(), heat: null, forecast: null, moodTurn: null }
  const { hours } = (await store.issues.timeline(municipalityId, issueId)) ?? { hours: [] }
  const times = hours.flatMap((hour) => new Array<number>(hour.messages).fill(Math.min(at.getTime(), Date.parse(hour.at) + DAY_MS / 48)))
  const forecast = forecastGrowth(momentOf(times, at.getTime()), growth)
  const turn = detectMoodTurn(moodOf(stored), FALSE_TURNS_PER_YEAR / (365 * activities.length))
  return {
    issue: issueId,
    at: at.toISOString(),
    heat: heatNow(stored, normal, activities.length, at),
    forecast: forecast && { hours: FORECAST_HOURS, ...forecast },
    moodTurn: turn,
  }
}

function heatNow(stored: IssueActivity, normal: Normal, watched: number, at: Date): Outlook['heat'] {
  const { levelSince, lastAt, mutedUntil: _muted, mutedVoices: _voices, ...same } = stored
  const activity = { ...same, levelSince: levelSince.getTime(), lastAt: lastAt.getTime() }
  const signal = detectIssue(activity, normal, at.getTime(), { falseAlarmsPerYear: FALSE_ALARMS_PER_YEAR, watched })
  const { heat, parts } = heatOf(activity, signal, at.getTime())
  return { value: heat, parts: [...parts] }
}

function moodOf({ windows }: Pick<IssueActivity, 'windows'>) {
  const counts = (hours: number) => windows.find((window) => window.hours === hours) ?? { messages: 0, negative: 0 }
  const [day, week] = [counts(24), counts(168)]
  return {
    recent: { messages: day.messages, negative: day.negative },
    before: { messages: week.messages - day.messages, negative: week.negative - day.negative },
  }
}
