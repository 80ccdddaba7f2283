import { hourOfWeek } from './hour-of-week.ts'
import type { Prediction, SeriesModel } from './series-model.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Surprises are cut at so many standard deviations before they teach the level. */
const LEVEL_CUT = 3
/** A slot of the season weighs its own history against so many steps at the level. */
const SLOT_STEPS = 3
const LEAST_LEVEL = 0.02
const LEAST_FACTOR = 0.05
/** A slot forgets slowly: half its history after some 140 of its own steps. */
const SEASON_MEMORY = 0.995

/** How a step width is read: how long the level remembers, which season there is, and when the model may speak. */
type Rhythm = {
  levelSteps: number
  slots: readonly { count: number; slotOf: (at: number) => number; weightSteps: number }[]
  warmSteps: number
}

/**
 * Level and shape of one series of steps shorter than a day, learnt row by row.
 *
 * mean = level · factor of the hour of the day · factor of the weekday. The level is an exponential mean over three days; each
 * factor shrunk towards 1. Dispersion is the exponential mean of squared surprises over the mean, at least 1, plus what is unknown of the
 * level. Surprises beyond three standard deviations are cut before they teach the level, so that an outbreak does not become normal at once.
 */
export class LevelAndShape implements SeriesModel {
  readonly #rhythm: Rhythm
  readonly #sums: { counts: Float64Array; levels: Float64Array }[]
  #steps = 0
  #level = 0
  #weight = 0
  #dispersion = 1
  #dispersionWeight = 0

  constructor(stepMs: number) {
    this.#rhythm = rhythmOf(stepMs)
    this.#sums = this.#rhythm.slots.map(({ count }) => ({ counts: new Float64Array(count), levels: new Float64Array(count) }))
  }

  predict(at: number): Prediction {
    const level = Math.max(LEAST_LEVEL, this.#level)
    const mean = level * this.#factor(at)
    const rests = Math.max(1, Math.min(this.#weight, this.#rhythm.levelSteps))
    const dispersion = Math.max(1, this.#dispersion) * (1 + 1 / rests)
    return { mean, dispersion, doubt: 0, ready: this.#steps >= this.#rhythm.warmSteps }
  }

  learn(at: number, count: number, { mean, dispersion }: Prediction): void {
    const factor = this.#factor(at)
    const cut = mean + LEVEL_CUT * Math.sqrt(dispersion * mean) + 1
    const tame = this.#steps < this.#rhythm.warmSteps / 2 ? count : Math.min(count, cut)
    if (this.#steps > 0) this.#learnDispersion(count, mean, dispersion)
    this.#learnSeason(at, tame)
    this.#weight = Math.min(this.#weight + 1, this.#rhythm.levelSteps)
    this.#level += (tame / factor - this.#level) * Math.min(1, Math.max(1 / this.#weight, 1 / this.#rhythm.levelSteps))
    this.#steps += 1
  }

  #factor(at: number): number {
    return Math.max(
      LEAST_FACTOR,
      this.#factors(at).reduce((product, factor) => product * factor, 1),
    )
  }

  /** One factor per season, each shrunk towards 1. */
  #factors(at: number): number[] {
    return this.#rhythm.slots.map(({ slotOf, weightSteps }, position) => {
      const { counts, levels } = this.#sums[position]!
      const slot = slotOf(at)
      const prior = Math.max(LEAST_LEVEL, this.#level) * weightSteps
      return (counts[slot]! + prior) / (levels[slot]! + prior)
    })
  }

  #learnDispersion(count: number, mean: number, dispersion: number): void {
    const surprise = (count - mean) ** 2 / mean
    const tame = Math.min(surprise, 25 * dispersion)
    this.#dispersionWeight = Math.min(this.#dispersionWeight + 1, 3 * this.#rhythm.levelSteps)
    this.#dispersion += (tame - this.#dispersion) / (this.#dispersionWeight + 1)
  }

  /** Each season is learnt against the level with the other seasons in it. */
  #learnSeason(at: number, tame: number): void {
    const factors = this.#factors(at)
    const all = factors.reduce((product, factor) => product * factor, 1)
    this.#rhythm.slots.forEach(({ slotOf }, position) => {
      const { counts, levels } = this.#sums[position]!
      const slot = slotOf(at)
      counts[slot] = counts[slot]! * SEASON_MEMORY + tame
      levels[slot] = levels[slot]! * SEASON_MEMORY + Math.max(LEAST_LEVEL, this.#level) * Math.max(LEAST_FACTOR, all / factors[position]!)
    })
  }
}

function rhythmOf(stepMs: number): Rhythm {
  const perDay = DAY_MS / stepMs
  const perHour = Math.max(1, HOUR_MS / stepMs)
  return {
    levelSteps: 3 * perDay,
    slots: [
      { count: 24, slotOf: (at) => hourOfWeek(at) % 24, weightSteps: SLOT_STEPS * perHour },
      { count: 7, slotOf: (at) => Math.floor(hourOfWeek(at) / 24), weightSteps: SLOT_STEPS * perDay },
    ],
    warmSteps: Math.round(2 * perDay),
  }
}
