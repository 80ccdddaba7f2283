import type { ClusterItem } from './cluster-item.ts'
import { HOUR_MS, type OpenIssue } from './open-issue.ts'
import { placeFit } from './place-fit.ts'
import { REACHES, type Reach, reachOf } from './reach.ts'

/** Where text says nothing (Signalen's public data), place and category must carry this much less. */
const NO_TEXT = 0.5
/** Where both have words, place and category alone are not enough. */
const LEAST_TEXT = 0.2
const SAME_SUB = 0.4
const SAME_MAIN = 0.1
const OTHER_MAIN = -0.5
const DUPLICATE = 0.5
const SAME_CONCEPT = 0.4
/** An issue that people speak of right now draws what is about the same thing in the same place. */
const FRESH = 0.25
const FRESH_HOURS = 6
/** Concepts of what pipes, wires and weather bring to several streets at once. */
const CARRIED: ReadonlySet<string> = new Set(['§drinkwater', '§stroom', '§gladheid'])

export type Join = { score: number; placeWhy: string; sameCategory: boolean; hours: number }

/**
 * The one score of a message against an open issue; from 1 up it joins, null when it cannot.
 *
 *   score = (text + duplicate + place + category) · 2^(−silence / half-life)
 *
 * `text` is the text score divided by the threshold at which words alone suffice (null: one side has no words, counts 0.5, and place and
 * category must do the rest; between words at least 0.2 is needed). Duplicate 0.5; place −∞ or 0 to 0.4 (`placeFit`); category 0.4 for the
 * same sub, 0.1 for the same main, −0.5 for another main, 0 when unknown; a concept that the message and the issue share counts as the same
 * sub at least, with 0.25 more while the issue was silent for less than six hours, and needs no least text. Half-life and radius are those of the kind (`reachOf`).
 */
export function scoreJoin(
  item: ClusterItem,
  issue: OpenIssue,
  text: number | null,
  duplicate: boolean,
  concept: string | null = null,
): Join | null {
  if (text !== null && text < LEAST_TEXT && !duplicate && concept === null) return null
  const reach = concept !== null && CARRIED.has(concept) ? REACHES.smell : wordless(text, jointReach(item, issue))
  const place = placeFit(item, issue, reach)
  if (!place) return null
  const hours = silenceHours(item.createdAt, issue)
  const category =
    concept === null
      ? categoryFit(item.category, issue.category)
      : Math.max(SAME_CONCEPT, categoryFit(item.category, issue.category)) + (hours < FRESH_HOURS ? FRESH : 0)
  const sum = (text ?? NO_TEXT) + (duplicate ? DUPLICATE : 0) + place.points + category
  const score = Math.max(0, sum) * 2 ** (-hours / reach.halfLifeHours)
  return { score, placeWhy: place.why, sameCategory: category >= SAME_SUB, hours }
}

/** Without words nobody can tell one object from the next: what is reported as the same kind within a few streets is one issue. */
const wordless = (text: number | null, reach: Reach): Reach => (text === null && reach.name === 'object' ? REACHES.nuisance : reach)

/** The kind of the issue, or of the message where the issue has none yet. */
export function jointReach(item: Pick<ClusterItem, 'category'>, issue: Pick<OpenIssue, 'category'>): Reach {
  return reachOf(issue.category.sub === 'unknown' ? item.category.sub : issue.category.sub)
}

function categoryFit(one: { main: string; sub: string }, other: { main: string; sub: string }): number {
  if (one.main === 'unknown' || other.main === 'unknown') return 0
  if (one.main !== other.main) return OTHER_MAIN
  return one.sub === other.sub && one.sub !== 'unknown' ? SAME_SUB : SAME_MAIN
}

/** Hours between a message and the nearest moment of the issue's life; 0 inside it. */
function silenceHours(createdAt: number, issue: OpenIssue): number {
  if (createdAt > issue.lastAt) return (createdAt - issue.lastAt) / HOUR_MS
  return createdAt < issue.firstAt ? (issue.firstAt - createdAt) / HOUR_MS : 0
}
