/**
 * Turns logits into chances that add up to 1, in place: e^x / Σ e^x. −Infinity gives 0; no logits stay none.
 * @example softmax(Float64Array.of(0, 0))[0] // 0.5
 */
export function softmax(logits: Float64Array): Float64Array {
  let most = Number.NEGATIVE_INFINITY
  for (let at = 0; at < logits.length; at++) if (logits[at]! > most) most = logits[at]!
  let sum = 0
  for (let at = 0; at < logits.length; at++) {
    logits[at] = Math.exp(logits[at]! - most)
    sum += logits[at]!
  }
  for (let at = 0; at < logits.length; at++) logits[at]! /= sum
  return logits
}
