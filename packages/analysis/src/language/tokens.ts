/** What a token is. Masks such as `[naam]` count as mentions: they stand for somebody, not for a word. */
export type TokenKind = 'word' | 'hashtag' | 'mention' | 'url' | 'emoji' | 'number'

/** `text` is the slice `[start, end)` of the input in UTF-16 code units; `lower` is what word lists are asked for. */
export type Token = { text: string; lower: string; start: number; end: number; kind: TokenKind }

const URL = String.raw`https?:\/\/[^\s<>"]+|www\.[^\s<>"]+`
const MASK = String.raw`\[(?:bsn|e-mail|telefoon|iban|kenteken|account|naam)\]`
const MENTION = String.raw`@[\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*`
const HASHTAG = String.raw`#[\p{L}\p{M}\p{N}_]+`
const EMOTICON = String.raw`[:;=8][-']?[()DPpOo|\/\\](?![\p{L}\p{N}])|<\/?3(?!\p{N})|\^\^`
const EMOJI = String.raw`(?:\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?(?:\u200D\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?)*)`
const NUMBER = String.raw`\p{N}+(?:[.,:]\p{N}+)*[\p{L}\p{M}]*`
const ABBREVIATION = String.raw`\p{L}\.(?:\p{L}\.)+`
const WORD = String.raw`(?:['’‘]s-|\p{L}-)?\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{L}[\p{L}\p{M}]*)*|['’‘][stn](?![\p{L}\p{N}])`
const PATTERN = new RegExp(`(${URL})|(${MENTION}|${MASK})|(${HASHTAG})|(${EMOTICON}|${EMOJI})|(${NUMBER})|(${ABBREVIATION}|${WORD})`, 'gu')
const KINDS: readonly TokenKind[] = ['url', 'mention', 'hashtag', 'emoji', 'number', 'word']
const STRETCHED = /(\p{L})\1{2,}/gu
const ELONGATED = /(\p{L})\1\1/u
/** A message is tokenised for its reading and again for its placement, one after the other. */
let lastText = ''
let lastTokens: readonly Token[] = []

function kindOf(match: RegExpMatchArray): TokenKind {
  for (let group = 1; group < 6; group++) if (match[group] !== undefined) return KINDS[group - 1]!
  return 'word'
}

function lowerOf(text: string, kind: TokenKind): string {
  const lower = text.toLowerCase()
  if (kind !== 'word' && kind !== 'hashtag') return lower
  let plain = lower.includes('’') || lower.includes('‘') ? lower.replace(/[’‘]/g, "'") : lower
  if (plain.includes('.')) plain = plain.replaceAll('.', '')
  return ELONGATED.test(plain) ? plain.replace(STRETCHED, '$1$1') : plain
}

/**
 * Splits a text into tokens, left to right, punctuation left out. Unicode letters stay together ("coördinatie", "'s-Hertogenbosch",
 * "a.u.b."); hyphens part words, except after a single letter ("e-mail"). `lower` is lower case, with straight apostrophes, without
 * the dots of abbreviations, and with letters drawn out three times or more cut to two ("neeeee" → "nee").
 * Empty text gives an empty list. Linear in the length of the text. Source: Unicode UAX #29 in spirit, rules of our own.
 * @example tokenise('Neeee #ZwerfAfval 😡').map((token) => token.lower) // ['nee', '#zwerfafval', '😡']
 */
export function tokenise(text: string): readonly Token[] {
  if (text === lastText) return lastTokens
  const tokens: Token[] = []
  for (const match of text.matchAll(PATTERN)) {
    const kind = kindOf(match)
    const start = match.index
    tokens.push({ text: match[0], lower: lowerOf(match[0], kind), start, end: start + match[0].length, kind })
  }
  lastText = text
  lastTokens = tokens
  return tokens
}
