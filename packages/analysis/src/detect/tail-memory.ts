/** Past blocks from which the tail is read. */
const BLOCKS = 400
/** In nats: the tail that counts of known dispersion have, and the blocks which that belief weighs. */
const BASE_SCALE = 1
const BASE_BLOCKS = 4

/**
 * How high evidence must be to be reached so often a year and no more, learnt from the highest values of past blocks of one series.
 *
 * Counts that come in bursts of their own exceed any bound that is computed from their variance. So the bound is read from the series: above the
 * median of block maxima evidence falls off exponentially, with a mean excess that is shrunk towards one nat, which is what counts without
 * bursts have. `heightOf` is infinite before the first block is full. Values are to be clipped at the present bound before they are added,
 * so that one great outbreak does not silence those that follow.
 *
 * Source: peaks over threshold with an exponential tail (Coles 2001, An Introduction to Statistical Modeling of Extreme Values, 4; Siffer et al.
 * 2017, Anomaly Detection in Streams with Extreme Value Theory).
 */
export class TailMemory {
  readonly #blockSteps: number
  readonly #peaks: number[] = []
  #peak = 0
  #steps = 0
  #middle = Number.POSITIVE_INFINITY
  #scale = BASE_SCALE

  constructor(blockSteps: number) {
    this.#blockSteps = blockSteps
  }

  /** The height that a block exceeds with this chance; chances above a half give the middle. */
  heightOf(chancePerBlock: number): number {
    return this.#middle + this.#scale * Math.max(0, Math.log(0.5 / chancePerBlock))
  }

  add(evidence: number): void {
    this.#peak = Math.max(this.#peak, evidence)
    this.#steps += 1
    if (this.#steps % this.#blockSteps !== 0) return
    this.#peaks.push(this.#peak)
    this.#peak = 0
    if (this.#peaks.length > BLOCKS) this.#peaks.shift()
    const upper = Float64Array.from(this.#peaks)
      .sort()
      .slice(Math.floor(this.#peaks.length / 2))
    this.#middle = upper[0]!
    const excess = upper.reduce((sum, peak) => sum + peak - this.#middle, 0)
    this.#scale = (excess + BASE_BLOCKS * BASE_SCALE) / (upper.length + BASE_BLOCKS)
  }
}
