import { DAY_MS, dayOf, startOfDay } from './amsterdam.ts'
import { closed, closingOf } from './closing.ts'
import { type CompiledSubject, compiled } from './compile-pattern.ts'
import { type Conversation, startConversation } from './conversation.ts'
import type { Incident, PlannedIncident, PlannedMessage } from './incident.ts'
import { createIncidentPlanner, ORDINARY_SCENARIO, type Scenario } from './plan-incidents.ts'
import { createNoisePlanner } from './plan-noise.ts'
import { createQueue } from './queue.ts'
import { createRandom, type Random } from './random.ts'
import type { SimulatedMessage } from './simulated-message.ts'
import { lindehaven, type Town } from './town.ts'
import { createMessageWriter } from './write-message.ts'

export type SimulateOptions = {
  readonly seed: number
  /** Length of the rehearsal; `Infinity` never ends. */
  readonly days: number
  readonly startAt: Date
  /** Times the usual 260 messages a day. */
  readonly rate?: number
  readonly scenario?: Scenario
  readonly town?: Town
}

type Waiting =
  | { readonly type: 'message'; readonly subject: CompiledSubject; readonly message: PlannedMessage; readonly talk: Conversation | null }
  | { readonly type: 'closing'; readonly told: SimulatedMessage }

function rehearsal({ seed, days, startAt, rate = 1, scenario = ORDINARY_SCENARIO, town = lindehaven() }: SimulateOptions) {
  const from = startAt.getTime()
  if (!Number.isFinite(from)) throw new RangeError('simulate.startAt: expected a valid date')
  if (!(days > 0)) throw new RangeError(`simulate.days: expected a number above 0, found ${days}`)
  if (!(rate > 0)) throw new RangeError(`simulate.rate: expected a number above 0, found ${rate}`)
  const to = from + days * DAY_MS
  const planner = createIncidentPlanner({ seed, rate, fromDay: dayOf(from), scenario, town })
  const startsInside = ({ incident }: PlannedIncident) => incident.startsAt.getTime() >= from && incident.startsAt.getTime() < to
  return { seed, from, to, rate, town, planner, incidentsOf: (day: number) => planner.startingOn(day).filter(startsInside) }
}

/**
 * Everything that the town says from `startAt` on, in the order in which its sources tell it. A melding that is closed comes again, under the
 * same `externalId`, with `closedAt` and `updatedAt`. The same options give the same stream.
 */
export function* simulate(options: SimulateOptions): Generator<SimulatedMessage, void, undefined> {
  const { seed, from, to, rate, town, planner, incidentsOf } = rehearsal(options)
  const noiseOf = createNoisePlanner(seed, rate, planner)
  const write = createMessageWriter(town)
  const waiting = createQueue<Waiting>()
  const planDay = (day: number) => {
    for (const message of noiseOf(day))
      if (message.at >= from) waiting.add(message.at, { type: 'message', subject: message.subject, message, talk: null })
    for (const planned of incidentsOf(day)) {
      const talk = startConversation(planned, createRandom(seed, 'talk', planned.incident.id))
      const subject = compiled(planned.subject)
      for (const message of planned.messages) waiting.add(message.at, { type: 'message', subject, message, talk })
    }
  }
  const tell = (item: Waiting, random: Random): SimulatedMessage => {
    if (item.type === 'closing') return item.told
    const own = item.talk?.random ?? random
    const { subject, message, talk } = item
    const told = write(subject, message, talk, own)
    const closesAt =
      message.kind === 'melding' ? closingOf(subject.subject.category, message.at, talk?.planned.closesAt ?? null, own) : null
    if (closesAt !== null) {
      const again = closed(told, closesAt, own)
      waiting.add(again.toldAt.getTime(), { type: 'closing', told: again })
    }
    return told
  }
  for (let day = dayOf(from); startOfDay(day) < to; day++) {
    planDay(day)
    const random = createRandom(seed, 'words', day)
    const until = Math.min(startOfDay(day + 1), to)
    while (waiting.nextAt() < until) yield tell(waiting.take()!, random)
  }
}

/** The incidents of a rehearsal, in the order in which they begin. Throws for one that never ends. */
export function truthOf(options: SimulateOptions): Incident[] {
  if (!Number.isFinite(options.days)) throw new RangeError(`truthOf.days: expected a finite number, found ${options.days}`)
  const { from, to, incidentsOf } = rehearsal(options)
  const incidents: Incident[] = []
  for (let day = dayOf(from); startOfDay(day) < to; day++) incidents.push(...incidentsOf(day).map(({ incident }) => incident))
  return incidents.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
}
