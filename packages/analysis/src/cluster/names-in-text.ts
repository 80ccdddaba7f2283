import { FIRST_NAMES } from '../language/first-names.ts'
import { termsOfWord } from '../language/terms.ts'
import type { Token } from '../language/tokens.ts'

const HONORIFICS: ReadonlySet<string> = new Set([
  'meneer',
  'mevrouw',
  'mevr',
  'mw',
  'dhr',
  'heer',
  'wethouder',
  'burgemeester',
  'buurman',
  'buurvrouw',
  'raadslid',
  'agent',
  'directeur',
  'dokter',
  'familie',
])
const PARTICLES: ReadonlySet<string> = new Set(['van', 'de', 'der', 'den', 'het', 'el', 'al', 'ter', 'ten', 'te', "'t"])
const PLACE_ENDING =
  /(straat|weg|plein|laan|gracht|kade|park|dijk|singel|hof|dreef|plantsoen|brug|haven|wijk|kwartier|school|pad|markt|steeg|baan|ring|veld|bos|meer|oord|burg|dam|station|centrum|buurt|kanaal|vaart|hal|kerk|tunnel)$/
const NO_PLACES: ReadonlySet<string> = new Set()

/**
 * Which tokens of a text may be a person's name: common first names in any case, what follows a first name or a form of address, and
 * words with a capital inside a sentence that are no known place and do not end like one. Errs towards calling a word a name.
 *
 * @example namesInText('Bel meneer de Vries', tokens) // [false, false, false, true]
 */
export function namesInText(text: string, tokens: readonly Token[], placeWords: ReadonlySet<string> = NO_PLACES): boolean[] {
  let end = 0
  let sentenceStart = true
  let lastWord = ''
  let after: 'nothing' | 'name' | 'address' = 'nothing'
  return tokens.map((token) => {
    const gap = text.slice(end, token.start)
    end = token.end
    if (/[.!?\n]/.test(gap)) sentenceStart = true
    if (/[.!?;:,\n]/.test(gap) && !HONORIFICS.has(lastWord)) after = 'nothing'
    lastWord = token.lower
    if (token.kind !== 'word') return false
    const name = !placeWords.has(token.lower) && isName(token, sentenceStart, after)
    if (FIRST_NAMES.has(token.lower) || HONORIFICS.has(token.lower)) after = 'address'
    else if (name) after = /^\p{Lu}/u.test(token.text) ? 'name' : 'nothing'
    else if (!PARTICLES.has(token.lower)) after = 'nothing'
    sentenceStart = false
    return name
  })
}

function isName({ text, lower }: Token, sentenceStart: boolean, after: 'nothing' | 'name' | 'address'): boolean {
  if (FIRST_NAMES.has(lower)) return true
  const capital = /^\p{Lu}/u.test(text)
  if (after !== 'nothing' && capital) return true
  if (after === 'address') return !PARTICLES.has(lower) && !HONORIFICS.has(lower) && termsOfWord(lower).length === 1
  return capital && !sentenceStart && !PLACE_ENDING.test(lower) && !/^\p{Lu}+$/u.test(text)
}
