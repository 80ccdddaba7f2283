const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/**
 * FNV-1a over UTF-16 units of `text[from, to)`, 32 bits signed, going on from `hash`.
 * @example hashOn(0x811c9dc5, '') // 0x811c9dc5
 */
export function hashOn(hash: number, text: string, from = 0, to = text.length): number {
  let on = hash
  for (let at = from; at < to; at++) on = Math.imul(on ^ text.charCodeAt(at), FNV_PRIME)
  return on
}

/**
 * FNV-1a over UTF-16 units, 32 bits.
 * @example hashOf('') // 2166136261
 */
export const hashOf = (text: string): number => hashOn(FNV_OFFSET, text) >>> 0

/**
 * One hash of two in their order, 32 bits.
 * @example hashOfPair(1, 2) === hashOfPair(2, 1) // false
 */
export function hashOfPair(left: number, right: number): number {
  let mixed = Math.imul(left ^ (left >>> 15), 0x2c1b3c6d) ^ right
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
