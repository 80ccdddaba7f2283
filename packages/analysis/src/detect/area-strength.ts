import type { Level } from '@rumoer/contracts'

/**
 * How strong a finding on an area is by itself: attention, and more where many speak of far more than usual beyond any doubt.
 *
 * `doubt` is the share of the allowed chance that was needed, 0 to 1. No voices give attention: a finding is never less.
 *
 * @example areaStrength({ voices: 14, expected: 1, doubt: 1e-5 }) // 'urgent'
 */
export function areaStrength({ voices, expected, doubt }: { voices: number; expected: number; doubt: number }): Exclude<Level, 'calm'> {
  const ratio = voices / Math.max(expected, 0.5)
  if (voices >= 40 && ratio >= 10 && doubt <= 1e-6) return 'crisis'
  if (voices >= 12 && ratio >= 4 && doubt <= 1e-3) return 'urgent'
  return 'attention'
}
