/**
 * Draws a count with this mean and variance `dispersion` · mean (1: Poisson), from a source of numbers in [0, 1).
 *
 * A mean of 0 gives 0. Meant for simulation: time grows with the mean.
 *
 * @example drawNegativeBinomial(0, 1, () => 0.5) // 0
 *
 * Source: a Poisson variable whose mean is gamma distributed (Marsaglia & Tsang 2000 for the gamma, inversion for the Poisson).
 */
export function drawNegativeBinomial(mean: number, dispersion: number, random: () => number): number {
  if (mean <= 0) return 0
  return drawPoisson(dispersion > 1 ? drawGamma(mean / (dispersion - 1), random) * (dispersion - 1) : mean, random)
}

function drawPoisson(mean: number, random: () => number): number {
  if (mean > 500) return drawPoisson(mean / 2, random) + drawPoisson(mean / 2, random)
  let chance = Math.exp(-mean)
  let below = chance
  let count = 0
  for (const at = random(); at > below && count < 2_000; ) {
    count += 1
    chance *= mean / count
    below += chance
  }
  return count
}

function drawGamma(shape: number, random: () => number): number {
  if (shape < 1) return drawGamma(shape + 1, random) * Math.max(random(), 1e-12) ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}
