/** How an issue stood at some moment: messages in the last 6 and 24 hours, and hours since its first. */
export type GrowthMoment = { last6: number; last24: number; ageHours: number }
/** An earlier moment of an issue, with what the 24 hours after it brought. */
export type GrowthExample = GrowthMoment & { next24: number }
/** Messages in the next 24 hours: the middle, and bounds that hold four in five; `examples` earlier moments lie under it. */
export type GrowthForecast = { expected: number; low: number; high: number; examples: number }

const NEIGHBOURS = 60
const LEAST_EXAMPLES = 20
const LOW = 0.1
const HIGH = 0.9

/**
 * What an issue will bring in the next 24 hours, from what followed on the most similar moments of earlier issues.
 *
 * Similar is near in messages of the last 6 hours, of the last 24, and in age, each on a logarithmic scale. The bounds are the tenth and
 * ninetieth part of what followed on the sixty nearest, so they hold for four in five issues as long as issues go on behaving as they did.
 * Null with fewer than twenty examples: nothing honest can be said.
 *
 * @example forecastGrowth({ last6: 3, last24: 5, ageHours: 20 }, []) // null
 *
 * Source: nearest-neighbour conditional quantiles (Stone 1977, Consistent nonparametric regression).
 */
export function forecastGrowth(moment: GrowthMoment, examples: readonly GrowthExample[]): GrowthForecast | null {
  if (examples.length < LEAST_EXAMPLES) return null
  const near = examples
    .map((example) => ({ example, away: distance(moment, example) }))
    .sort((a, b) => a.away - b.away)
    .slice(0, NEIGHBOURS)
  const followed = near.map(({ example }) => example.next24).sort((a, b) => a - b)
  const part = (share: number) => followed[Math.min(followed.length - 1, Math.max(0, Math.ceil(share * (followed.length + 1)) - 1))]!
  return {
    expected: part(0.5),
    low: followed[Math.max(0, Math.floor(LOW * (followed.length + 1)) - 1)]!,
    high: part(HIGH),
    examples: near.length,
  }
}

/**
 * The moments of one issue that can teach: every six hours after its first message, up to 24 hours before `now`. `messageTimes` in milliseconds,
 * in any order; no messages teach nothing.
 *
 * @example growthExamples([], now) // []
 */
export function growthExamples(messageTimes: readonly number[], now: number): GrowthExample[] {
  const times = [...messageTimes].sort((a, b) => a - b)
  const [first, last] = [times[0], times.at(-1)]
  if (first === undefined || last === undefined) return []
  const examples: GrowthExample[] = []
  for (let at = first + STEP_MS; at <= Math.min(now - DAY_MS, last + DAY_MS); at += STEP_MS) {
    examples.push({ ...momentOf(times, at), next24: times.filter((time) => time > at && time <= at + DAY_MS).length })
  }
  return examples
}

/** Where an issue stands at an instant. No messages give zeros. */
export function momentOf(messageTimes: readonly number[], at: number): GrowthMoment {
  const within = (ms: number) => messageTimes.filter((time) => time > at - ms && time <= at).length
  const first = messageTimes.reduce((least, time) => Math.min(least, time), at)
  return { last6: within(STEP_MS), last24: within(DAY_MS), ageHours: (at - first) / HOUR_MS }
}

const HOUR_MS = 3_600_000
const STEP_MS = 6 * HOUR_MS
const DAY_MS = 24 * HOUR_MS
/** Age says less than how busy it is. */
const AGE_WEIGHT = 0.3

const distance = (a: GrowthMoment, b: GrowthMoment): number =>
  Math.abs(Math.log1p(a.last6) - Math.log1p(b.last6)) +
  Math.abs(Math.log1p(a.last24) - Math.log1p(b.last24)) +
  AGE_WEIGHT * Math.abs(Math.log1p(a.ageHours) - Math.log1p(b.ageHours))
