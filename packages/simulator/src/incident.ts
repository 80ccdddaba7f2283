import type { MessageKind } from '@rumoer/contracts'
import { DAY_MS, dayOf, HOUR_MS, hourOf, isHoliday, weekdayOf } from './amsterdam.ts'
import type { Place } from './fill-pattern.ts'
import { createDraw, type Random } from './random.ts'
import { dayType, kindOn, volumeAt, wakefulness } from './rhythm.ts'
import type { Subject } from './subject.ts'

/** Something that happened in the town and made residents speak: the truth against which issues are measured. */
export type Incident = {
  readonly id: string
  readonly subject: string
  readonly title: string
  /** Buurt in which it began. */
  readonly areaCode: string
  readonly startsAt: Date
  /** Its last message. */
  readonly endsAt: Date
  /** Messages that it brings, revisions not counted, whether or not the stream runs long enough to tell them all. */
  readonly expectedMessages: number
  /** Whether it is one return of a problem that keeps coming back at one place. */
  readonly structural: boolean
  /** The problem that it is a return of. */
  readonly site: string | null
  readonly crisis: boolean
}
export type PlannedMessage = { readonly at: number; readonly kind: MessageKind; readonly place: Place }
export type PlannedIncident = {
  readonly incident: Incident
  readonly subject: Subject
  readonly messages: readonly PlannedMessage[]
  /** From here on, thanks and looking back are in order. */
  readonly turnsAt: number
  /** When the municipality closes its meldingen; null: each melding in its own time. */
  readonly closesAt: number | null
}

type Reach = Subject['reach']
type Extent = {
  readonly fewest: number
  readonly most: number
  readonly shortestHours: number
  readonly longestHours: number
  readonly kinds: Readonly<Record<MessageKind, number>>
}

const EXTENTS: Readonly<Record<Reach, Extent>> = {
  object: {
    fewest: 3,
    most: 10,
    shortestHours: 6,
    longestHours: 96,
    kinds: { melding: 50, contact: 15, post: 12, comment: 15, mail: 7, article: 1 },
  },
  nuisance: {
    fewest: 5,
    most: 32,
    shortestHours: 18,
    longestHours: 150,
    kinds: { melding: 27, contact: 14, post: 22, comment: 27, mail: 8, article: 2 },
  },
  smell: {
    fewest: 10,
    most: 60,
    shortestHours: 4,
    longestHours: 36,
    kinds: { melding: 20, contact: 15, post: 26, comment: 30, mail: 5, article: 4 },
  },
  town: {
    fewest: 12,
    most: 80,
    shortestHours: 8,
    longestHours: 80,
    kinds: { melding: 8, contact: 16, post: 26, comment: 34, mail: 8, article: 8 },
  },
}
const KINDS: readonly MessageKind[] = ['melding', 'contact', 'post', 'comment', 'mail', 'article']

/** How messages on something of this reach divide over the kinds; a subject brings only those that it has words for. */
export const kindShares = (reach: Reach): Readonly<Record<MessageKind, number>> => EXTENTS[reach].kinds

/** A kind for a message at this moment, out of those that the subject has words for. Telephone and desk keep office hours unless `awake`. */
export function drawKind(subject: Subject, at: number, awake: boolean, random: Random): MessageKind {
  const known = KINDS.filter((kind) => subject.patterns.some(({ kinds }) => kinds.includes(kind)))
  const [hour, day] = [hourOf(at), dayOf(at)]
  const type = dayType(weekdayOf(day), isHoliday(day))
  const weights = known.map((kind) => kindShares(subject.reach)[kind] * (awake ? 1 : volumeAt('day', kind, hour) * kindOn(kind, type)))
  return known[weights.some((weight) => weight > 0) ? createDraw(weights)(random) : 0]!
}

export type Start = { readonly id: string; readonly place: Place; readonly startsAt: number; readonly site: string | null }

/** Moments of an ordinary incident: rising soon, ebbing slowly, quieter at night; the first is the start itself. */
function momentsOf(subject: Subject, startsAt: number, random: Random): number[] {
  const { fewest, most, shortestHours, longestHours } = EXTENTS[subject.reach]
  const size = fewest + Math.floor((most - fewest + 1) * random.next() ** 2)
  const spanMs = (shortestHours + (longestHours - shortestHours) * random.next() ** 1.5) * HOUR_MS
  const moments = [startsAt]
  for (let i = 1; i < size; i++) {
    let at = startsAt
    for (let attempt = 0; attempt < 8; attempt++) {
      at = startsAt + Math.floor(spanMs * Math.min(1, -Math.log(1 - random.next() * random.next()) / 1.6 + 0.04 * random.next()))
      if (random.chance(0.15 + wakefulness(subject.rhythm, hourOf(at)))) break
    }
    moments.push(at)
  }
  return moments.sort((a, b) => a - b)
}

/** A street near where it began: the same one for a single object, else the buurt; what concerns the whole town is told anywhere. */
function placeNear(reach: Reach, start: Place, anywhere: (random: Random) => Place, random: Random): Place {
  if (reach === 'town') return random.chance(0.3) ? start : anywhere(random)
  if (reach === 'object' || random.chance(0.4)) return start
  return { buurt: start.buurt, street: random.pick(start.buurt.streets) }
}

/** Plans an ordinary incident, or one return of a structural problem. */
export function planIncident(subject: Subject, start: Start, anywhere: (random: Random) => Place, random: Random): PlannedIncident {
  const moments = momentsOf(subject, start.startsAt, random)
  const messages = moments.map((at): PlannedMessage => {
    const kind = drawKind(subject, at, false, random)
    return { at, kind, place: placeNear(subject.reach, start.place, anywhere, random) }
  })
  const lastAt = moments[moments.length - 1]!
  const structural = start.site !== null
  return {
    incident: {
      id: start.id,
      subject: subject.id,
      title: subject.title,
      areaCode: start.place.buurt.code,
      startsAt: new Date(start.startsAt),
      endsAt: new Date(lastAt),
      expectedMessages: messages.length,
      structural,
      site: start.site,
      crisis: false,
    },
    subject,
    messages,
    turnsAt: start.startsAt + 0.6 * (lastAt - start.startsAt),
    closesAt: structural ? lastAt + Math.floor(random.between(0.3, 1.8) * DAY_MS) : null,
  }
}

/** Lets at most `most` messages of an incident fall in [from, to). Null when nothing is left of it. */
export function calmed(planned: PlannedIncident, from: number, to: number, most: number): PlannedIncident | null {
  let inside = 0
  const messages = planned.messages.filter(({ at }) => at < from || at >= to || ++inside <= most)
  const [first, last] = [messages[0], messages[messages.length - 1]]
  if (!first || !last) return null
  const incident = { ...planned.incident, startsAt: new Date(first.at), endsAt: new Date(last.at), expectedMessages: messages.length }
  return { ...planned, messages, incident }
}
