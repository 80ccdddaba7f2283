import { atLocal, DAY_MS, HOUR_MS, monthOf, startOfDay } from './amsterdam.ts'
import { type CrisisScript, planCrisis } from './crisis.ts'
import type { Place } from './fill-pattern.ts'
import { calmed, type PlannedIncident, planIncident } from './incident.ts'
import { createDraw, createRandom, type Random } from './random.ts'
import { drawHour } from './rhythm.ts'
import type { Subject } from './subject.ts'
import { TOWN_SUBJECTS } from './subjects.ts'
import type { Town } from './town.ts'

/** What is known beforehand about a rehearsal. */
export type Scenario = {
  readonly incidentsPerDay: number
  /** Problems that come back at one place every two to five weeks after closing. */
  readonly structuralProblems: number
  /** Day around which each structural problem has just come back; otherwise they return at days of their own. */
  readonly structuralSeenBefore?: Date
  readonly crises: readonly CrisisScript[]
  /** A stretch in which no ordinary incident says more than `most` things. */
  readonly calm?: { readonly from: Date; readonly to: Date; readonly most: number }
}
export const ORDINARY_SCENARIO: Scenario = { incidentsPerDay: 2.4, structuralProblems: 3, crises: [] }

const SAME_TROUBLE_AGAIN_MS = 14 * DAY_MS
const STRUCTURAL_REACH: ReadonlySet<Subject['reach']> = new Set(['object', 'nuisance'])

export type IncidentPlanner = {
  /** Incidents that begin on this Amsterdam day. Days are asked for in order. */
  startingOn(day: number): PlannedIncident[]
  /** A street anywhere in town, in proportion to inhabitants. */
  anywhere(random: Random): Place
}

type Site = { readonly id: string; readonly subject: Subject; readonly place: Place; readonly everyDays: number; readonly firstDay: number }

function structuralSites(seed: number, scenario: Scenario, fromDay: number, anywhere: (random: Random) => Place): Site[] {
  const candidates = TOWN_SUBJECTS.filter(({ reach, season }) => STRUCTURAL_REACH.has(reach) && Math.min(...season) >= 0.5)
  const draw = createDraw(candidates.map(({ weight }) => weight))
  const taken = new Set<string>()
  return Array.from({ length: scenario.structuralProblems }, (_, i): Site => {
    const random = createRandom(seed, 'structural', i)
    let subject = candidates[draw(random)]!
    while (taken.has(subject.id)) subject = candidates[draw(random)]!
    taken.add(subject.id)
    const everyDays = 23 + random.int(9)
    const anchor = scenario.structuralSeenBefore
    const firstDay = anchor ? Math.floor(anchor.getTime() / DAY_MS) - 6 - 5 * i - random.int(3) : fromDay + 1 + random.int(everyDays)
    return { id: `structural-${i + 1}-${subject.id}`, subject, place: anywhere(random), everyDays, firstDay }
  })
}

/** Most messages that the longest return may take, so that closing and coming back keep their two to five weeks. */
const LONGEST_RETURN_MS = 3 * DAY_MS

function returnOn(seed: number, site: Site, day: number, anywhere: (random: Random) => Place): PlannedIncident | null {
  const turn = Math.round((day - site.firstDay) / site.everyDays)
  const random = createRandom(seed, site.id, turn)
  if (site.firstDay + turn * site.everyDays + random.int(3) - 1 !== day) return null
  const startsAt = atLocal(day, Math.floor((8 + 10 * random.next()) * HOUR_MS))
  const planned = planIncident(
    site.subject,
    { id: `${site.id}-${compactTurn(turn)}`, place: site.place, startsAt, site: site.id },
    anywhere,
    random,
  )
  return calmed(planned, startsAt + LONGEST_RETURN_MS, Number.POSITIVE_INFINITY, 0)
}
const compactTurn = (turn: number) => (turn < 0 ? `before${-turn}` : `after${turn}`)

function scripted(seed: number, scenario: Scenario, town: Town): PlannedIncident[] {
  return scenario.crises.map((script, i) => {
    const random = createRandom(seed, 'crisis', i)
    const home = (name: string): Place => {
      const buurt = town.buurten.find((candidate) => candidate.name === name)
      if (!buurt) throw new RangeError(`scenario: expected a buurt of ${town.name}, found ${name}`)
      return { buurt, street: random.pick(buurt.streets) }
    }
    const subject = TOWN_SUBJECTS.find(({ id }) => id === script.subject)
    if (!subject) throw new RangeError(`scenario: expected the id of a subject, found ${script.subject}`)
    return planCrisis(script, subject, { first: home(script.buurt), second: home(script.spreadsTo) }, random)
  })
}

/** Decides what happens in the town, before a word of it is written. */
export function createIncidentPlanner(options: {
  seed: number
  rate: number
  fromDay: number
  scenario: Scenario
  town: Town
}): IncidentPlanner {
  const { seed, rate, fromDay, scenario, town } = options
  const drawBuurt = createDraw(town.buurten.map(({ inhabitants }) => inhabitants))
  const anywhere = (random: Random): Place => {
    const buurt = town.buurten[drawBuurt(random)]!
    return { buurt, street: random.pick(buurt.streets) }
  }
  const sites = structuralSites(seed, scenario, fromDay, anywhere)
  const crises = scripted(seed, scenario, town)
  const drawSubject = Array.from({ length: 12 }, (_, month) =>
    createDraw(TOWN_SUBJECTS.map(({ weight, season }) => weight * season[month]!)),
  )
  const busyUntil = new Map<string, number>()
  const ordinary = (day: number): PlannedIncident[] => {
    const random = createRandom(seed, 'incidents', day)
    return Array.from({ length: random.poisson(scenario.incidentsPerDay * rate) }, (_, i) => {
      const subject = TOWN_SUBJECTS[drawSubject[monthOf(day)]!(random)]!
      const startsAt = atLocal(day, Math.floor((drawHour(subject.rhythm, 'melding', random) + random.next()) * HOUR_MS))
      const place = anywhere(random)
      const planned = planIncident(
        subject,
        { id: `${subject.id}-${day}-${i}`, place, startsAt, site: null },
        anywhere,
        createRandom(seed, 'incident', day, i),
      )
      const key = subject.reach === 'town' ? subject.id : subject.id + place.buurt.code
      if ((busyUntil.get(key) ?? 0) > startsAt || sites.some((site) => site.subject === subject && site.place.buurt === place.buurt))
        return null
      busyUntil.set(key, planned.incident.endsAt.getTime() + SAME_TROUBLE_AGAIN_MS)
      return planned
    }).filter((planned) => planned !== null)
  }
  const quietened = (planned: PlannedIncident | null): PlannedIncident | null => {
    if (!planned || !scenario.calm) return planned
    return calmed(planned, scenario.calm.from.getTime(), scenario.calm.to.getTime(), scenario.calm.most)
  }
  return {
    anywhere,
    startingOn: (day) => {
      const returns = sites.map((site) => returnOn(seed, site, day, anywhere))
      const usual = [...returns, ...ordinary(day)].map(quietened).filter((planned) => planned !== null)
      const today = crises.filter(({ incident }) => {
        const at = incident.startsAt.getTime()
        return at >= startOfDay(day) && at < startOfDay(day + 1)
      })
      return [...usual, ...today]
    },
  }
}
