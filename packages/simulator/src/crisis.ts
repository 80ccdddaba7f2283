import { MINUTE_MS } from './amsterdam.ts'
import type { Place } from './fill-pattern.ts'
import { drawKind, type PlannedIncident, type PlannedMessage } from './incident.ts'
import type { Random } from './random.ts'
import type { Subject } from './subject.ts'

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

/** No newspaper writes sooner. */
const PRESS_AFTER_MINUTES = 25

/** Plans the crisis of a script. Throws when the town or the subjects lack what it names. */
export function planCrisis(
  script: CrisisScript,
  subject: Subject,
  homes: { readonly first: Place; readonly second: Place },
  random: Random,
): PlannedIncident {
  const startsAt = script.startsAt.getTime()
  const pressAt = startsAt + PRESS_AFTER_MINUTES * MINUTE_MS
  const moments = crisisMoments(script, random)
  const near = ({ buurt }: Place): Place => ({ buurt, street: random.pick(buurt.streets) })
  const messages = moments.map((at, i): PlannedMessage => {
    const spread = Math.min(0.45, Math.max(0, (at - startsAt) / MINUTE_MS - script.spreadsAfterMinutes) / 60)
    const drawn = drawKind(subject, at, true, random)
    const kind = i === 0 || (drawn === 'article' && at < pressAt) ? 'post' : drawn
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
