import type { ClusterItem } from './cluster-item.ts'
import { HOUR_MS, type OpenIssue } from './open-issue.ts'
import { placeFit } from './place-fit.ts'
import { REACHES, type Reach, reachOf } from './reach.ts'

/** Where text says nothing (Signalen's public data), place and category must carry this much less. */
const NO_TEXT = 0.5
/** Between messages of one kind words add this at most: people say one thing in many ways, and the same thing of many places. */
const MOST_TEXT_OF_KIND = 0.5
/** Elsewhere words must say something before anything else counts. */
const LEAST_TEXT = 0.2
const SAME_SUB = 0.9
/** The category for what fits no other holds many kinds of things. */
const SAME_CATCH_ALL = 0.5
const SAME_MAIN = 0.1
const OTHER_MAIN = -1
const DUPLICATE = 0.1
const SAME_CONCEPT = 0.4
const OTHER_CONCEPT = -0.7
/** What an issue that people speak of now draws to it, per e-fold of its recent messages. */
const PER_PACE = 1.6
const PACE_HALVES_HOURS = 20
/** Concepts of what pipes, wires and weather bring to several streets at once. */
const CARRIED: ReadonlySet<string> = new Set(['§drinkwater', '§stroom', '§gladheid'])
const CATCH_ALL = 'overig'

/** What a message and an issue say of concepts: the one they share, and whether each speaks of another. */
export type ConceptFit = { shared: string | null; differs: boolean }
export type Join = { score: number; placeWhy: string; sameCategory: boolean; hours: number }

/**
 * The one score of a message against an open issue; from 1 up it joins, null when it cannot.
 *
 *   score = (text + duplicate + place + category + pace) · 2^(−silence / half-life)
 *
 * `text` is the text score divided by the threshold at which words alone suffice; null where one side has no words, which counts 0.5. A message
 * and an issue of the same sub category are of one kind: then text adds at most 0.5 and pace counts; else text must be at least 0.2, or a concept
 * shared. Duplicate 0.1; place −∞ or 0 to 0.4 (`placeFit`); category 0.9 for the same sub (0.5 for `overig`), 0.1 for the same main, −1 for
 * another main, 0 when unknown or `overig`, and at least 0.4 with a shared concept; two different concepts −0.7; pace 1.6 · ln of the issue's messages, each halved with
 * every 20 hours of age, at least 0. Half-life and radius are those of the kind (`reachOf`).
 */
export function scoreJoin(item: ClusterItem, issue: OpenIssue, text: number | null, duplicate: boolean, concepts: ConceptFit): Join | null {
  const { shared, differs } = concepts
  const isOneKind = isSameSub(item.category, issue.category)
  if (text !== null && text < LEAST_TEXT && !duplicate && !isOneKind && shared === null) return null
  const reach = shared !== null && CARRIED.has(shared) ? REACHES.smell : wordless(text, jointReach(item, issue))
  const place = placeFit(item, issue, reach)
  if (!place) return null
  const hours = silenceHours(item.createdAt, issue)
  const words = text === null ? NO_TEXT : isOneKind ? Math.min(MOST_TEXT_OF_KIND, text) : text
  const fit = categoryFit(item.category, issue.category)
  const category = shared === null ? fit : Math.max(SAME_CONCEPT, fit)
  const pace = isOneKind ? PER_PACE * Math.log(Math.max(1, paceOf(issue, item.createdAt))) : 0
  const sum = words + (duplicate ? DUPLICATE : 0) + place.points + category + (differs ? OTHER_CONCEPT : 0) + pace
  const score = Math.max(0, sum) * 2 ** (-hours / reach.halfLifeHours)
  return { score, placeWhy: place.why, sameCategory: isOneKind || shared !== null, hours }
}

/** Without words nobody can tell one object from the next: what is reported as the same kind within a few streets is one issue. */
const wordless = (text: number | null, reach: Reach): Reach =>
  text === null && reach.name === 'object' ? { ...REACHES.object, radiusM: REACHES.nuisance.radiusM } : reach

/** The kind of the issue, or of the message where the issue has none yet. */
export function jointReach(item: Pick<ClusterItem, 'category'>, issue: Pick<OpenIssue, 'category'>): Reach {
  return reachOf(issue.category.sub === 'unknown' ? item.category.sub : issue.category.sub)
}

type Category = ClusterItem['category']

/** Whether two categories are known and equal down to the sub. */
export const isSameSub = (one: Category, other: Category): boolean =>
  one.sub !== 'unknown' && one.sub === other.sub && one.main === other.main

const isCatchAll = ({ main, sub }: Category) => main === CATCH_ALL && sub === CATCH_ALL

function categoryFit(one: Category, other: Category): number {
  if (one.main === 'unknown' || other.main === 'unknown') return 0
  if (isSameSub(one, other)) return isCatchAll(one) ? SAME_CATCH_ALL : SAME_SUB
  if (isCatchAll(one) || isCatchAll(other)) return 0
  return one.main === other.main ? SAME_MAIN : OTHER_MAIN
}

/** Messages of the last 72 hours, each halved with every 20 hours between it and `at`. */
function paceOf(issue: OpenIssue, at: number): number {
  const now = Math.floor(at / HOUR_MS)
  let pace = 0
  for (const [hour, messages] of issue.hours) if (hour <= now) pace += messages * 2 ** ((hour - now) / PACE_HALVES_HOURS)
  return pace
}

/** Hours between a message and the nearest moment of the issue's life; 0 inside it. */
function silenceHours(createdAt: number, issue: OpenIssue): number {
  if (createdAt > issue.lastAt) return (createdAt - issue.lastAt) / HOUR_MS
  return createdAt < issue.firstAt ? (issue.firstAt - createdAt) / HOUR_MS : 0
}
