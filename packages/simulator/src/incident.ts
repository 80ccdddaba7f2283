import type { MessageKind } from '@rumoer/contracts'
import { DAY_MS, HOUR_MS, hourOf, MINUTE_MS } from './amsterdam.ts'
import type { Place } from './fill-pattern.ts'
import { createDraw, type Random } from './random.ts'
import { volumeAt, wakefulness } from './rhythm.ts'
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
    fewest: 2,
    most: 8,
    shortestHours: 6,
    longestHours: 96,
    kinds: { melding: 50, contact: 15, post: 12, comment: 15, mail: 7, article: 1 },
  },
  nuisance: {
    fewest: 4,
    most: 24,
    shortestHours: 18,
    longestHours: 150,
    kinds: { melding: 27, contact: 14, post: 22, comment: 27, mail: 8, article: 2 },
  },
  smell: {
    fewest: 8,
    most: 48,
    shortestHours: 4,
    longestHours: 36,
    kinds: { melding: 20, contact: 15, post: 26, comment: 30, mail: 5, article: 4 },
  },
  town: {
    fewest: 8,
    most: 56,
    shortestHours: 8,
    longestHours: 80,
    kinds: { melding: 8, contact: 16, post: 26, comment: 34, mail: 8, article: 8 },
  },
}
const KINDS: readonly MessageKind[] = ['melding', 'contact', 'post', 'comment', 'mail', 'article']

/** How messages on something of this reach divide over the kinds; a subject brings only those that it has words for. */
export const kindShares = (reach: Reach): Readonly<Record<MessageKind, number>> => EXTENTS[reach].kinds

/** A kind for a message at this hour, out of those that the subject has words for. Telephone and desk keep office hours unless `awake`. */
export function drawKind(subject: Subject, at: number, awake: boolean, random: Random): MessageKind {
  const hour = hourOf(at)
  const weights = KINDS.map((kind) => {
    if (!subject.patterns.some(({ kinds }) => kinds.includes(kind))) return 0
    const share = EXTENTS[subject.reach].kinds[kind]
    return awake ? share : share * (0.02 + volumeAt('day', kind, hour)) * (kind === 'contact' && volumeAt('day', kind, hour) === 0 ? 0 : 1)
  })
  const possible = weights.some((weight) => weight > 0) ? weights : KINDS.map((kind) => (subject.patterns[0]!.kinds.includes(kind) ? 1 : 0))
  return KINDS[createDraw(possible)(random)]!
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

/** A crisis written beforehand: grows evenly, then halves every `halvesMinutes`, and spreads to a second buurt. */
export type CrisisScript = {
  readonly subject: string
  readonly buurt: string
  readonly spreadsTo: string
  readonly spreadsAfterMinutes: number
  readonly startsAt: Date
  readonly growsMinutes: number
  readonly perMinuteAtStart: number
  readonly perMinuteAtPeak: number
  readonly halvesMinutes: number
}

function crisisMoments(script: CrisisScript, random: Random): number[] {
  const { growsMinutes, perMinuteAtStart, perMinuteAtPeak, halvesMinutes } = script
  const startsAt = script.startsAt.getTime()
  const moments = [startsAt]
  let owed = 0
  for (let minute = 0; minute < growsMinutes + 6 * halvesMinutes; minute += 0.1) {
    const grown = Math.min(1, minute / growsMinutes)
    const faded = 0.5 ** (Math.max(0, minute - growsMinutes) / halvesMinutes)
    owed -= 0.1 * (perMinuteAtStart + grown * (perMinuteAtPeak - perMinuteAtStart)) * faded
    if (owed > -1) continue
    moments.push(startsAt + Math.round((minute + 0.1 * random.next()) * MINUTE_MS))
    owed += 0.6 + 0.8 * random.next()
  }
  return moments
}

/** Plans the crisis of a script. Throws when the town or the subjects lack what it names. */
export function planCrisis(
  script: CrisisScript,
  subject: Subject,
  homes: { readonly first: Place; readonly second: Place },
  random: Random,
): PlannedIncident {
  const startsAt = script.startsAt.getTime()
  const moments = crisisMoments(script, random)
  const near = ({ buurt }: Place): Place => ({ buurt, street: random.pick(buurt.streets) })
  const messages = moments.map((at, i): PlannedMessage => {
    const spread = Math.min(0.45, Math.max(0, (at - startsAt) / MINUTE_MS - script.spreadsAfterMinutes) / 60)
    const kind = i === 0 ? 'post' : drawKind(subject, at, true, random)
    return { at, kind, place: i === 0 ? homes.first : near(random.chance(spread) ? homes.second : homes.first) }
  })
  return {
    incident: {
      id: `${subject.id}-crisis-${script.startsAt.toISOString().slice(0, 10)}`,
      subject: subject.id,
      title: subject.title,
      areaCode: homes.first.buurt.code,
      startsAt: script.startsAt,
      endsAt: new Date(moments[moments.length - 1]!),
      expectedMessages: messages.length,
      structural: false,
      site: null,
      crisis: true,
    },
    subject,
    messages,
    turnsAt: startsAt + script.growsMinutes * MINUTE_MS,
    closesAt: null,
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
