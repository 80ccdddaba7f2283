import { negativeBinomialTail } from '../maths/negative-binomial-tail.ts'

/** One day of a series, days since 1970: distinct voices, the day on which the last of its meldingen was closed, requests to reopen. */
export type SeriesDay = { day: number; voices: number; closedDay: number | null; reopenRequests: number }
/** A stretch in which a series stood above its season; `closedDay` is when the last of its meldingen was closed, null when none was. */
export type Episode = { firstDay: number; lastDay: number; voices: number; closedDay: number | null }

const WINDOW_DAYS = 5
const LEAST_VOICES = 3
/** How surprising a window must be. */
const ALPHA = 0.01
/** Quiet days that part two episodes. */
const QUIET_DAYS = 7
/** Over so many weeks the season of a category is averaged. */
const SEASON_WEEKS = 9
const DISPERSION = 1.1
/** A series with more silent weeks is told by how many they are, a busier one by its middle week. */
const LEAST_SILENT = 0.3

/**
 * When a series of an area and category stood above what the season brings, as stretches of days.
 *
 * Expected is the category's level in the nine weeks around, over all areas (`group`, this series included), times the share that this series
 * has in ordinary weeks: told by its silent weeks (a Poisson week of mean m is silent with chance e^−m), so that what keeps coming back does not
 * make itself usual. A window of five days with at least three voices that chance would bring less than once in a hundred is a flare-up;
 * flare-ups with less than a week of quiet between them are one. No days give none.
 *
 * @example episodesOf([], [], 19_800, 20_164) // []
 *
 * Source: predictive negative-binomial tail over a moving seasonal level.
 */
export function episodesOf(
  days: readonly SeriesDay[],
  group: readonly { days: readonly SeriesDay[] }[],
  fromDay: number,
  toDay: number,
): Episode[] {
  const length = toDay - fromDay
  if (days.length === 0 || length <= 0) return []
  const level = seasonOf(group, fromDay, length)
  const share = usualShare(days, level, fromDay)
  const voices = new Float64Array(length)
  for (const { day, voices: count } of days) if (day >= fromDay && day < toDay) voices[day - fromDay]! += count
  const stands = windowsThatStand(voices, level, share)
  return stretches(stands, voices, days, fromDay)
}

/** Voices of the whole category per day, averaged over the weeks around. */
function seasonOf(group: readonly { days: readonly SeriesDay[] }[], fromDay: number, length: number): Float64Array {
  const perDay = new Float64Array(length + 1)
  for (const { days } of group)
    for (const { day, voices } of days) if (day >= fromDay && day < fromDay + length) perDay[day - fromDay + 1]! += voices
  for (let at = 1; at <= length; at++) perDay[at]! += perDay[at - 1]!
  const half = Math.floor((SEASON_WEEKS * 7) / 2)
  return Float64Array.from({ length }, (_, at) => {
    const [from, to] = [Math.max(0, at - half), Math.min(length, at + half + 1)]
    return (perDay[to]! - perDay[from]!) / (to - from)
  })
}

/** Share of the category that this series has in ordinary weeks: flare-ups, however large, are only weeks that were not silent. */
function usualShare(days: readonly SeriesDay[], level: Float64Array, fromDay: number): number {
  const weeks = new Float64Array(Math.max(1, Math.floor(level.length / 7)))
  for (const { day, voices } of days) {
    const week = Math.floor((day - fromDay) / 7)
    if (week >= 0 && week < weeks.length) weeks[week]! += voices
  }
  const silent = (weeks.filter((voices) => voices === 0).length + 0.5) / (weeks.length + 1)
  const usual = silent >= LEAST_SILENT ? -Math.log(silent) : weeks.toSorted()[weeks.length >> 1]!
  const perWeek = (7 * level.reduce((sum, voices) => sum + voices, 0)) / level.length
  return usual / perWeek
}

function windowsThatStand(voices: Float64Array, level: Float64Array, share: number): boolean[] {
  const stands = new Array<boolean>(voices.length).fill(false)
  for (let at = 0; at < voices.length; at++) {
    const from = Math.max(0, at - WINDOW_DAYS + 1)
    let [seen, mean] = [0, 0]
    for (let day = from; day <= at; day++) {
      seen += voices[day]!
      mean += level[day]! * share
    }
    if (seen < LEAST_VOICES || negativeBinomialTail(seen, mean, DISPERSION) > ALPHA) continue
    for (let day = from; day <= at; day++) if (voices[day]! > 0) stands[day] = true
  }
  return stands
}

function stretches(stands: readonly boolean[], voices: Float64Array, days: readonly SeriesDay[], fromDay: number): Episode[] {
  const episodes: { firstDay: number; lastDay: number; voices: number; closedDay: number | null }[] = []
  stands.forEach((stand, at) => {
    if (!stand) return
    const last = episodes.at(-1)
    if (last && at + fromDay - last.lastDay <= QUIET_DAYS) {
      last.lastDay = at + fromDay
      last.voices += voices[at]!
    } else episodes.push({ firstDay: at + fromDay, lastDay: at + fromDay, voices: voices[at]!, closedDay: null })
  })
  for (const episode of episodes)
    for (const { day, closedDay } of days)
      if (closedDay !== null && day >= episode.firstDay && day <= episode.lastDay)
        episode.closedDay = Math.max(episode.closedDay ?? closedDay, closedDay)
  return episodes
}
