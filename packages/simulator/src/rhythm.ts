import type { MessageKind } from '@rumoer/contracts'
import { createDraw, type Random } from './random.ts'
import type { Subject } from './subject.ts'

type Rhythm = Subject['rhythm']
type DayType = 'weekday' | 'weekend' | 'closed'

/** Relative volume for each hour of the day, from midnight. */
const HOURS_OF_RHYTHM: Readonly<Record<Rhythm, readonly number[]>> = {
  office: [0.3, 0.2, 0.1, 0.1, 0.1, 0.3, 1, 3, 7, 10, 10, 9, 6, 8, 9, 8, 7, 5, 3, 3, 3, 2, 1.5, 0.8],
  evening: [2.5, 1.5, 0.9, 0.5, 0.3, 0.4, 1, 2, 3, 3, 3, 3, 3.5, 3.5, 4, 4.5, 5, 6, 7, 9, 10, 10, 8, 5],
  day: [0.6, 0.3, 0.2, 0.2, 0.2, 0.6, 2, 5, 8, 8, 7.5, 7, 7, 7, 7, 7.5, 8, 8, 7, 6.5, 5.5, 4, 2.5, 1.2],
  weekend: [1.5, 1, 0.6, 0.3, 0.2, 0.3, 0.8, 2, 4, 6, 8, 9, 9, 10, 10, 9.5, 9, 8, 7, 6.5, 6, 5, 4, 2.5],
}
const HOURS_OF_KIND: Readonly<Record<MessageKind, readonly number[]>> = {
  post: [0.5, 0.3, 0.2, 0.1, 0.1, 0.3, 0.8, 1, 1, 0.9, 0.9, 0.9, 1.1, 1, 0.9, 1, 1.1, 1.2, 1.3, 1.5, 1.5, 1.4, 1.2, 0.8],
  comment: [0.5, 0.3, 0.2, 0.1, 0.1, 0.3, 0.8, 1, 1, 0.9, 0.9, 0.9, 1.1, 1, 0.9, 1, 1.1, 1.2, 1.4, 1.6, 1.6, 1.5, 1.3, 0.9],
  melding: [0.2, 0.1, 0.1, 0.1, 0.1, 0.3, 0.7, 1, 1.2, 1.2, 1.1, 1, 1, 1, 1, 1, 1, 0.9, 0.9, 0.9, 0.8, 0.7, 0.5, 0.3],
  contact: [0, 0, 0, 0, 0, 0, 0, 0, 1.2, 1.5, 1.4, 1.2, 0.8, 1.1, 1.1, 1, 0.7, 0, 0, 0, 0, 0, 0, 0],
  article: [0.02, 0, 0, 0, 0, 0.2, 1, 1.5, 1.3, 1.2, 1.1, 1, 1, 1, 1, 1, 1.2, 1, 0.7, 0.6, 0.5, 0.3, 0.2, 0.1],
  mail: [0.1, 0.05, 0.05, 0.02, 0.02, 0.1, 0.3, 0.7, 1.1, 1.2, 1.1, 1, 0.9, 1, 1, 1, 0.9, 0.8, 0.9, 1, 1, 0.9, 0.6, 0.3],
}
const KIND_ON_CLOSED_DAY: Readonly<Record<MessageKind, number>> = {
  post: 1.15,
  comment: 1.15,
  melding: 0.75,
  contact: 0,
  article: 0.6,
  mail: 0.6,
}
const RHYTHM_ON: Readonly<Record<DayType, Readonly<Record<Rhythm, number>>>> = {
  weekday: { office: 1.15, evening: 1, day: 1.05, weekend: 0.75 },
  weekend: { office: 0.35, evening: 1.05, day: 0.85, weekend: 1.8 },
  closed: { office: 0.2, evening: 0.9, day: 0.8, weekend: 1.6 },
}
/** Sunday first. */
const VOLUME_OF_WEEKDAY = [0.78, 1.12, 1.08, 1.05, 1.06, 1.02, 0.87] as const
const HOLIDAY_VOLUME = 0.85

export const dayType = (weekday: number, holiday: boolean): DayType =>
  holiday ? 'closed' : weekday === 0 || weekday === 6 ? 'weekend' : 'weekday'
export const volumeOn = (weekday: number, holiday: boolean): number => VOLUME_OF_WEEKDAY[weekday]! * (holiday ? HOLIDAY_VOLUME : 1)

/** How much of a subject is told on such a day, 1 is usual. */
export const rhythmOn = (rhythm: Rhythm, type: DayType): number => RHYTHM_ON[type][rhythm]
/** How much of a kind arrives on such a day, 1 is a weekday: telephone and desk are closed in weekends. */
export const kindOn = (kind: MessageKind, type: DayType): number => (type === 'weekday' ? 1 : KIND_ON_CLOSED_DAY[kind])

/** Relative volume of this kind on a subject of this rhythm in one hour of the Amsterdam clock. */
export const volumeAt = (rhythm: Rhythm, kind: MessageKind, hour: number): number =>
  HOURS_OF_RHYTHM[rhythm][hour]! * HOURS_OF_KIND[kind][hour]!

/** Highest value in the rhythm's day: what a night is quiet against. */
export const wakefulness = (rhythm: Rhythm, hour: number): number => HOURS_OF_RHYTHM[rhythm][hour]! / 10

const draws = new Map<string, (random: Random) => number>()

/** An hour of the day for one message. */
export function drawHour(rhythm: Rhythm, kind: MessageKind, random: Random): number {
  const key = rhythm + kind
  let draw = draws.get(key)
  if (!draw) {
    draw = createDraw(HOURS_OF_RHYTHM[rhythm].map((_, hour) => volumeAt(rhythm, kind, hour)))
    draws.set(key, draw)
  }
  return draw(random)
}
