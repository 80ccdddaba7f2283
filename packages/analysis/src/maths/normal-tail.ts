import { lowerGamma } from './incomplete-gamma.ts'

/**
 * P(Z ≥ z) of a standard normal variable, absolute error below 1e-14.
 *
 * @example normalTail(1.959963985) // 0.025
 *
 * Source: P(1/2, z² / 2) is the share within ±z (Abramowitz & Stegun 26.2.20).
 */
export function normalTail(z: number): number {
  const within = lowerGamma(0.5, (z * z) / 2)
  return z >= 0 ? (1 - within) / 2 : (1 + within) / 2
}
