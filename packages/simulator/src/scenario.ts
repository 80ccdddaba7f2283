import { DAY_MS, dayOf, HOUR_MS, MINUTE_MS, startOfDay } from './amsterdam.ts'
import type { Incident } from './incident.ts'
import type { Scenario } from './plan-incidents.ts'
import { type SimulateOptions, simulate, truthOf } from './simulate.ts'
import type { SimulatedMessage } from './simulated-message.ts'

export type DemoOptions = {
  readonly seed: number
  /** The moment at which the demo opens: three quarters of an hour into the crisis. */
  readonly now: Date
  readonly historyDays?: number
}
export const DEMO_HISTORY_DAYS = 56
const CRISIS_AGE_MS = 45 * MINUTE_MS

/** Ordinary days with a few incidents and two problems that keep coming back, then a quiet day with brown tap water in Havenkwartier. */
export function demoScenario(now: Date): Scenario {
  const crisisAt = new Date(now.getTime() - CRISIS_AGE_MS)
  return {
    incidentsPerDay: 1.4,
    structuralProblems: 2,
    structuralSeenBefore: now,
    calm: { from: new Date(startOfDay(dayOf(crisisAt.getTime()))), to: new Date(now.getTime() + 4 * HOUR_MS), most: 3 },
    crises: [
      {
        subject: 'bruin-water',
        buurt: 'Havenkwartier',
        spreadsTo: 'Oude Dijk',
        spreadsAfterMinutes: 15,
        startsAt: crisisAt,
        growsMinutes: 105,
        perMinuteAtStart: 0.4,
        perMinuteAtPeak: 2.2,
        halvesMinutes: 50,
      },
    ],
  }
}

function optionsOf({ seed, now, historyDays = DEMO_HISTORY_DAYS }: DemoOptions, days: (startAt: number) => number): SimulateOptions {
  const startAt = startOfDay(dayOf(now.getTime()) - historyDays)
  return { seed, days: days(startAt), startAt: new Date(startAt), scenario: demoScenario(now) }
}
const untilNow = (now: Date) => (startAt: number) => (now.getTime() - startAt) / DAY_MS

/** History and today, everything told before `now`. */
export const demoStream = (options: DemoOptions): Generator<SimulatedMessage, void, undefined> =>
  simulate(optionsOf(options, untilNow(options.now)))

/** The incidents of `demoStream`. */
export const demoTruth = (options: DemoOptions): Incident[] => truthOf(optionsOf(options, untilNow(options.now)))

/**
 * The same town from `from` on, without end. `now` is the moment with which the demo was filled; left out, it is `from`.
 * With equal `seed`, `now` and `historyDays` it goes on exactly where `demoStream` stopped.
 */
export function* demoLive({
  seed,
  from,
  now = from,
  historyDays,
}: Omit<DemoOptions, 'now'> & { from: Date; now?: Date }): Generator<SimulatedMessage, void, undefined> {
  for (const message of simulate(optionsOf({ seed, now, historyDays }, () => Number.POSITIVE_INFINITY)))
    if (message.toldAt >= from) yield message
}
