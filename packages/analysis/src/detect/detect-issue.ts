import type { Condition, Level, Signal } from '@rumoer/contracts'
import { negativeBinomialQuantile } from '../maths/negative-binomial-quantile.ts'
import { negativeBinomialTail } from '../maths/negative-binomial-tail.ts'
import { burstSentence } from './burst-sentence.ts'
import { expectedBetween, type Normal } from './create-normal.ts'

/** What is counted of one issue, in trailing windows that end now. */
export type IssueActivityInput = {
  issueId: string
  areaCode: string | null
  /** Main category. */
  category: string
  windows: readonly { hours: number; messages: number; voices: number; channels: number }[]
}
export type DetectOptions = {
  /** Over all watched issues together. */
  falseAlarmsPerYear: number
  /** Issues that are tested in each round. */
  watched: number
}

const HOUR_MS = 3_600_000
const HOURS_PER_YEAR = 8_760
/** A window slides: within its own length it is as good as tested so many times afresh. */
const FRESH_TESTS_PER_WINDOW = 4
export const LEAST_MESSAGES = 5
export const LEAST_VOICES = 3

/**
 * Whether an issue brings more independent voices than its area and category normally would, in any of its windows.
 *
 * Each window has an equal part of the stated false alarms: alpha = falseAlarmsPerYear / (windows · watched · tests per year), against the
 * negative-binomial tail of the normal. Under 5 messages or 3 voices nothing is said, whatever the normal. Voices count, not messages:
 * one busy account is one voice. Answers the window that stands out most, or null when none does.
 *
 * @example detectIssue({ …, windows: [{ hours: 1, messages: 2, voices: 2, channels: 1 }] }, normal, now, options) // null
 *
 * Source: predictive negative-binomial tail with a Bonferroni share over windows and series.
 */
export function detectIssue(
  activity: IssueActivityInput,
  normal: Normal,
  now: number,
  { falseAlarmsPerYear, watched }: DetectOptions,
): Signal | null {
  const tested = activity.windows.map((window) => {
    const alpha = alphaOf(window.hours, activity.windows.length, Math.max(1, watched), falseAlarmsPerYear)
    const { mean, dispersion } = expectedBetween(normal, activity, now - window.hours * HOUR_MS, now)
    return { ...window, alpha, mean, dispersion, pValue: negativeBinomialTail(window.voices, mean, dispersion) }
  })
  const eligible = tested.filter(
    ({ messages, voices, pValue, alpha }) => messages >= LEAST_MESSAGES && voices >= LEAST_VOICES && pValue <= alpha,
  )
  if (eligible.length === 0) return null
  const best = eligible.reduce((most, one) => (one.pValue / one.alpha < most.pValue / most.alpha ? one : most))
  return {
    kind: 'burst',
    issueId: activity.issueId,
    areaCode: activity.areaCode,
    category: activity.category,
    at: new Date(now).toISOString(),
    windowHours: best.hours,
    observed: best.voices,
    expected: best.mean,
    pValue: best.pValue,
    falseAlarmsPerYear,
    level: strengthOf(best),
    conditions: conditionsOf(best),
    sentence: burstSentence({
      voices: best.voices,
      windowHours: best.hours,
      now,
      low: negativeBinomialQuantile(0.05, best.mean, best.dispersion),
      high: negativeBinomialQuantile(0.95, best.mean, best.dispersion),
      falseAlarmsPerYear,
    }),
  }
}

type Tested = { messages: number; voices: number; mean: number; pValue: number; alpha: number }

/** Chance per test at which all tests of a year together give the stated false alarms. */
export function alphaOf(windowHours: number, windows: number, watched: number, falseAlarmsPerYear: number): number {
  const testsPerYear = (FRESH_TESTS_PER_WINDOW * HOURS_PER_YEAR) / windowHours
  return Math.min(0.5, falseAlarmsPerYear / (Math.max(1, windows) * watched * testsPerYear))
}

/** How strong the finding itself is; rules decide what people hear. */
function strengthOf({ voices, mean, pValue, alpha }: Tested): Level {
  const ratio = voices / Math.max(mean, 0.5)
  if (voices >= 40 && ratio >= 10 && pValue <= alpha * 1e-6) return 'crisis'
  if (voices >= 12 && ratio >= 4 && pValue <= alpha * 1e-3) return 'urgent'
  return 'attention'
}

function conditionsOf({ messages, voices, pValue, alpha }: Tested): Condition[] {
  return [
    { name: 'berichten', scope: 'issue', value: messages, operator: '>=', threshold: LEAST_MESSAGES, holds: messages >= LEAST_MESSAGES },
    {
      name: 'onafhankelijke stemmen',
      scope: 'issue',
      value: voices,
      operator: '>=',
      threshold: LEAST_VOICES,
      holds: voices >= LEAST_VOICES,
    },
    { name: 'kans op toeval', scope: 'area', value: pValue, operator: '<=', threshold: alpha, holds: pValue <= alpha },
  ]
}
