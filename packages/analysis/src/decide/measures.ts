import type { Signal } from '@rumoer/contracts'
import type { Activity } from './activity.ts'

/** What a criterion may look at, each in the window of the signal, or in the last 24 hours when there is none. */
export type Measure = 'messages' | 'voices' | 'channels' | 'negativeShare' | 'urgentShare' | 'openMeldingen' | 'signal' | 'timesNormal'

/** An expectation of less than half a voice would make every ratio extreme. */
const LEAST_EXPECTED = 0.5
const DEFAULT_WINDOW_HOURS = 24
const NOTHING = { messages: 0, voices: 0, channels: 0, negative: 0 }

/** Every measure of an issue now; shares are 0 where nothing is counted, `signal` is 1 or 0. */
export function measuresOf(signal: Signal | null, activity: Activity): Readonly<Record<Measure, number>> {
  const hours = signal?.windowHours ?? DEFAULT_WINDOW_HOURS
  const window = activity.windows.find((one) => one.hours === hours) ?? NOTHING
  return {
    messages: window.messages,
    voices: window.voices,
    channels: window.channels,
    negativeShare: window.messages > 0 ? window.negative / window.messages : 0,
    urgentShare: activity.urgentShare ?? 0,
    openMeldingen: activity.openMeldingen,
    signal: signal ? 1 : 0,
    timesNormal: signal ? signal.observed / Math.max(LEAST_EXPECTED, signal.expected) : 0,
  }
}
