import { tokenise } from '../language/tokens.ts'
import { hashText } from '../maths/hash-text.ts'

const SHINGLE = 3
const BITS = 64

/** Words, hashtags, numbers and emoji; what differs between a post and its repost (links, mentions) is left out. */
function featuresOf(text: string): string[] {
  const words = tokenise(text)
    .filter((token) => token.kind !== 'url' && token.kind !== 'mention')
    .map((token) => token.lower)
  if (words[0] === 'rt') words.shift()
  if (words.length === 0) return [text.trim().toLowerCase()]
  const features = [...words]
  for (let at = 0; at + SHINGLE <= words.length; at++) features.push(words.slice(at, at + SHINGLE).join(' '))
  return features
}

/**
 * A 64-bit near-duplicate hash as 16 hex digits: texts that share most words and word triples differ in few bits (up to about 8 of
 * 64 for a repost with a word changed; unrelated texts differ in about 32). Case, punctuation, links and mentions do not count.
 * Empty or blank text gives ''. Source: simhash (Charikar 2002; Manku, Jain and Das Sarma 2007).
 * @example fingerprint('Boom omgewaaid!') === fingerprint('boom omgewaaid') // true
 */
export function fingerprint(text: string): string {
  if (text.trim() === '') return ''
  const votes = new Int32Array(BITS)
  for (const feature of featuresOf(text)) {
    const high = hashText(feature, 0x811c9dc5)
    const low = hashText(feature, 0x9747b28c)
    for (let bit = 0; bit < 32; bit++) {
      votes[bit]! += (high >>> bit) & 1 ? 1 : -1
      votes[bit + 32]! += (low >>> bit) & 1 ? 1 : -1
    }
  }
  const word = (from: number) => {
    let value = 0
    for (let bit = 0; bit < 32; bit++) if (votes[from + bit]! > 0) value |= 1 << bit
    return (value >>> 0).toString(16).padStart(8, '0')
  }
  return word(0) + word(32)
}
