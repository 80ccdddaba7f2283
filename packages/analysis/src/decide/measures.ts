import type { Measure, Signal } from '@rumoer/contracts'
import type { Activity } from './activity.ts'

/** An expectation of less than half a voice would make every ratio extreme. */
const LEAST_EXPECTED = 0.5
const DEFAULT_WINDOW_HOURS = 24
/** Words of alarm are counted no further back. */
const WORDING_HOURS = 24
const NOTHING = { messages: 0, voices: 0, channels: 0, negative: 0 }

/**
 * Every measure of an issue now, over the last `windowHours`; shares are 0 where nothing is counted, `signal` is 1 or 0.
 *
 * Left out, the window is that of the signal, or 24 hours when there is none. A window that was not counted has nothing in it.
 */
export function measuresOf(signal: Signal | null, activity: Activity, windowHours?: number): Readonly<Record<Measure, number>> {
  const hours = windowHours ?? signal?.windowHours ?? DEFAULT_WINDOW_HOURS
  const window = activity.windows.find((one) => one.hours === hours) ?? NOTHING
  const wording = activity.wording?.find((one) => one.hours === Math.min(WORDING_HOURS, hours))
  return {
    messages: window.messages,
    voices: window.voices,
    channels: window.channels,
    negativeShare: window.messages > 0 ? window.negative / window.messages : 0,
    urgentShare: activity.urgentShare ?? 0,
    dangerVoices: wording?.danger.voices ?? 0,
    rumourVoices: wording?.rumour.voices ?? 0,
    openMeldingen: activity.openMeldingen,
    signal: signal ? 1 : 0,
    timesNormal: signal ? signal.observed / Math.max(LEAST_EXPECTED, signal.expected) : 0,
  }
}
