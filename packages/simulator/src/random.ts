/** A seeded source of chance: the same keys give the same numbers on every machine. */
export type Random = {
  /** Uniform in [0, 1). */
  next(): number
  /** Whole number in [0, below). */
  int(below: number): number
  /** Uniform in [from, to). */
  between(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** Whole number ≥ 0 with this mean. */
  poisson(mean: number): number
}

/** Murmur3's finisher: every input bit reaches every output bit. */
function scramble(value: number): number {
  let h = value | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** 32-bit hash of the keys in order. */
export function hashKeys(keys: readonly (number | string)[]): number {
  let h = 0x9e3779b9
  for (const key of keys) {
    const text = `${key}|`
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
    h = scramble(h)
  }
  return h >>> 0
}

function poisson(next: () => number, mean: number): number {
  if (mean <= 0) return 0
  if (mean > 40) {
    const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal))
  }
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = next(); product > limit; product *= next()) count++
  return count
}

/**
 * xoshiro128** (Blackman and Vigna, 2018), its state filled by splitmix steps from the hash of the keys.
 *
 * @example createRandom(7, 'noise', 20781).int(6)
 */
export function createRandom(...keys: readonly (number | string)[]): Random {
  let fill = hashKeys(keys)
  const state = () => {
    fill = (fill + 0x9e3779b9) | 0
    return scramble(fill) | 0
  }
  let [a, b, c, d] = [state(), state(), state(), state() | 1]
  const next = () => {
    const scaled = Math.imul(b, 5)
    const result = Math.imul((scaled << 7) | (scaled >>> 25), 9)
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    return (result >>> 0) / 4_294_967_296
  }
  return {
    next,
    int: (below) => Math.floor(next() * below),
    between: (from, to) => from + next() * (to - from),
    chance: (probability) => next() < probability,
    pick: (items) => items[Math.floor(next() * items.length)]!,
    poisson: (mean) => poisson(next, mean),
  }
}

/** A table to draw an index from in proportion to its weights. Throws when no weight is above zero. */
export function createDraw(weights: readonly number[]): (random: Random) => number {
  const sums = new Float64Array(weights.length)
  let total = 0
  weights.forEach((weight, i) => {
    total += weight
    sums[i] = total
  })
  if (!(total > 0)) throw new RangeError(`createDraw: expected at least one weight above zero, found a total of ${total}`)
  return (random) => {
    const target = random.next() * total
    let low = 0
    for (let high = sums.length - 1; low < high; ) {
      const middle = (low + high) >> 1
      if (sums[middle]! > target) high = middle
      else low = middle + 1
    }
    return low
  }
}
