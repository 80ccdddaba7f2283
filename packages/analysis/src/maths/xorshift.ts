/**
 * A small seeded source of chance: every call gives the next number in [0, 1), the same row for the same seed on every machine.
 *
 * Any finite seed is good, also 0. Not for secrets. Period 2³² − 1.
 *
 * @example const random = xorshift(42); random() !== random() // true
 *
 * Source: Marsaglia (2003), Xorshift RNGs (13, 17, 5), after one round of splitmix on the seed.
 */
export function xorshift(seed: number): () => number {
  let state = Math.imul((seed | 0) ^ 0x9e3779b9, 0x85ebca6b) >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return (state - 1) / 4_294_967_295
  }
}
