import { negativeBinomialQuantile } from '../../maths/negative-binomial-quantile.ts'
import { negativeBinomialTail } from '../../maths/negative-binomial-tail.ts'
import { normalQuantile } from '../../maths/normal-quantile.ts'
import { normalTail } from '../../maths/normal-tail.ts'

/** `lower` and `upper` bound of the count, chance `pValue` of so many or more, and `score`: 1 where the count is at the upper bound. */
export type FarringtonBound = { lower: number; upper: number; pValue: number; score: number }

/** Scale on which counts are taken as normal. */
export type PowerTransform = 'none' | '1/2' | '2/3'
const EXPONENTS = { none: 1, '1/2': 1 / 2, '2/3': 2 / 3 } as const

/**
 * Bound by the delta method, for a count y where `mean` is expected with standard error `meanError` and dispersion `dispersion`.
 *
 * @example deltaBound({ mean: 5, meanError: 0.2, dispersion: 1, alpha: 0.05, count: 8 }, 'none').upper // 8.6926872
 *
 * Source: Farrington et al. (1996), 3.7: normal on the scale of y^⅔, variance from τ = φ + se² / μ. One-sided alpha.
 */
export function deltaBound(
  { mean, meanError, dispersion, alpha, count }: { mean: number; meanError: number; dispersion: number; alpha: number; count: number },
  transform: PowerTransform = '2/3',
): FarringtonBound {
  const exponent = EXPONENTS[transform]
  const tau = dispersion + meanError ** 2 / mean
  const sigma = exponent * mean ** (exponent - 1) * Math.sqrt(mean * tau)
  const z = normalQuantile(1 - alpha)
  const upper = (mean ** exponent + z * sigma) ** (1 / exponent)
  return {
    lower: Math.max(0, mean ** exponent - z * sigma) ** (1 / exponent),
    upper,
    pValue: normalTail((count ** exponent - mean ** exponent) / sigma),
    score: (count - mean) / (upper - mean),
  }
}

/**
 * Bound by quantiles of the negative binomial. `plugin` takes the fitted mean as if it were known; `muan` takes the upper alpha quantile of it.
 *
 * `eta` is the logarithm of the mean, with its standard error. Dispersion 1 is Poisson. The score is `scoreFrom` to the upper bound: R's
 * package counts from eta itself, on the wrong scale; `eta` says so, `mean` (default) counts from the mean.
 *
 * @example negativeBinomialBound({ eta: Math.log(5), etaError: Math.LN2, dispersion: 1.5, alpha: 0.05, count: 11 }, 'plugin').upper // 10
 *
 * Source: Noufaily et al. (2013), 3.3 (plugin); Salmon, Schumacher & Höhle (2016), Monitoring count time series in R, 3.1 (muan).
 */
export function negativeBinomialBound(
  { eta, etaError, dispersion, alpha, count }: { eta: number; etaError: number; dispersion: number; alpha: number; count: number },
  method: 'plugin' | 'muan',
  scoreFrom: 'mean' | 'eta' = 'mean',
): FarringtonBound {
  const mean = method === 'plugin' ? Math.exp(eta) : Math.exp(eta + normalQuantile(1 - alpha) * etaError)
  const upper = negativeBinomialQuantile(1 - alpha, mean, dispersion)
  const from = scoreFrom === 'eta' ? eta : Math.exp(eta)
  return {
    lower: negativeBinomialQuantile(alpha, mean, dispersion),
    upper,
    pValue: negativeBinomialTail(count, mean, dispersion),
    score: (count - from) / (upper - from),
  }
}
