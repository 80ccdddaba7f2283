import type { Level, Signal } from '@rumoer/contracts'
import type { Activity } from './activity.ts'
import { measuresOf } from './measures.ts'

const HOUR_MS = 3_600_000
/** An issue cools to half with every so many hours of silence. */
const HALF_LIFE_HOURS = 24
const LEVEL_POINTS: Readonly<Record<Level, number>> = { calm: 0, attention: 20, urgent: 50, crisis: 100 }

/**
 * The one number that orders the wall, 0 and up, as a sum of its parts (Dutch names, for people).
 *
 * voices 10 · ln(1 + last hour) + 5 · ln(1 + last 24 hours) · acceleration 8 · ln(times normal) · channels 4 per channel after the first
 * (24 hours) · negative share 10 · urgent share 15 · level 20, 50 or 100 · open meldingen 3 · ln(1 + n) · cooling takes away
 * 1 − 2^(−silence / 24 h) of all that. An issue without anything has heat 0.
 *
 * @example heatOf(activity, null, activity.lastAt).parts.map(({ value }) => value) // their sum is the heat
 */
export function heatOf(
  activity: Activity,
  signal: Signal | null,
  now: number,
): { heat: number; parts: readonly { name: string; value: number }[] } {
  const inWindow = (hours: number) => activity.windows.find((window) => window.hours === hours)
  const day = inWindow(24)
  const { timesNormal, urgentShare } = measuresOf(signal, activity)
  const parts = [
    { name: 'stemmen', value: 10 * Math.log1p(inWindow(1)?.voices ?? 0) + 5 * Math.log1p(day?.voices ?? 0) },
    { name: 'versnelling', value: 8 * Math.log(Math.max(1, timesNormal)) },
    { name: 'kanalen', value: 4 * Math.max(0, (day?.channels ?? 0) - 1) },
    { name: 'negatief', value: day && day.messages > 0 ? (10 * day.negative) / Math.max(5, day.messages) : 0 },
    { name: 'spoed', value: 15 * urgentShare },
    { name: 'niveau', value: LEVEL_POINTS[activity.level] },
    { name: 'open meldingen', value: 3 * Math.log1p(activity.openMeldingen) },
  ]
  const warm = parts.reduce((sum, { value }) => sum + value, 0)
  const silenceHours = Math.max(0, now - activity.lastAt) / HOUR_MS
  const kept = 2 ** (-silenceHours / HALF_LIFE_HOURS)
  return { heat: warm * kept, parts: [...parts, { name: 'afkoeling', value: warm * kept - warm }] }
}
