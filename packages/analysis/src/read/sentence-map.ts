import type { Token } from '../language/tokens.ts'

/** What stands before each token: nothing but blanks, a pause (comma, colon, bracket), or the end of a sentence. */
export type Break = 0 | 1 | 2
export const SENTENCE_END: Break = 2

/** Short forms whose full stop ends no sentence. */
const SHORT_FORMS = new Set(
  'burg burgm dr mr st prof ds gen kon past dhr mevr mw nr str bijv evt ca tel ing ir drs jl enz fam pl'.split(' '),
)

export type SentenceMap = {
  /** Per token: the break before it. */
  breaks: readonly Break[]
  /** Per token: index of its sentence, from 0. */
  sentenceOf: readonly number[]
  /** Per sentence: half-open range in the text, and the sign that ended it ('' for the last without one). */
  sentences: readonly { start: number; end: number; mark: string; first: number; last: number }[]
}

function breakBetween(text: string, from: number, to: number, before: string): { kind: Break; mark: string } {
  let kind: Break = 0
  for (let at = from; at < to; at++) {
    const sign = text[at]!
    if (sign === '.' && at === from && SHORT_FORMS.has(before)) continue
    if (sign === '?' || sign === '!' || sign === '.' || sign === '\n' || sign === '…') {
      const question = text.slice(at, to).includes('?')
      return { kind: 2, mark: question ? '?' : sign }
    }
    if (sign === ',' || sign === ';' || sign === ':' || sign === '(' || sign === ')' || sign === '–' || sign === '—') kind = 1
  }
  return { kind, mark: '' }
}

/**
 * Divides tokens over sentences. A full stop, question or exclamation mark, ellipsis or line end parts sentences.
 * No tokens give no sentences. Linear in the length of the text.
 * @example mapSentences('Kapot! Wanneer?', tokenise('Kapot! Wanneer?')).sentences.map((sentence) => sentence.mark) // ['!', '?']
 */
export function mapSentences(text: string, tokens: readonly Token[]): SentenceMap {
  const breaks: Break[] = []
  const sentenceOf: number[] = []
  const sentences: { start: number; end: number; mark: string; first: number; last: number }[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    const before = at === 0 ? { kind: SENTENCE_END, mark: '' } : breakBetween(text, tokens[at - 1]!.end, token.start, tokens[at - 1]!.lower)
    breaks.push(before.kind)
    const present = sentences.at(-1)
    if (before.kind === SENTENCE_END) {
      if (present) present.mark = before.mark
      sentences.push({ start: token.start, end: token.end, mark: '', first: at, last: at })
    } else if (present) {
      present.end = token.end
      present.last = at
    }
    sentenceOf.push(sentences.length - 1)
  }
  const last = sentences.at(-1)
  if (last) last.mark = breakBetween(text, last.end, text.length, '').mark
  return { breaks, sentenceOf, sentences }
}
