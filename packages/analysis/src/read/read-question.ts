import { type Evidence, evidenceOf, type TextView } from './text-view.ts'

const OPENERS = new Set(
  'wie wat waar wanneer waarom hoe welk welke hoelang hoeveel waarvoor waarmee waardoor waarheen kan kunt kunnen kun mag mogen moet moeten is zijn heeft hebben wordt worden gaat gaan komt komen weet weten zou zouden zal zullen wil willen klopt doet doen krijg krijgen krijgt bestaat hoort staat ligt who what where when why how which can could is are do does will would should'.split(
    ' ',
  ),
)
const ASKING =
  /(?:vraag me af|vroeg me af|wil(?:len)? (?:graag )?weten|graag weten|mijn vraag is|weet iemand|kunt u (?:mij )?(?:vertellen|aangeven|zeggen)|kan iemand)/i
const RHETORICAL = /^(?:hoe dan|hè|toch|echt|serieus|wat|huh|nou|zeg|ja|nee|oké|ok)\s*\?*$/i
const SHORTEST_WORDS = 3
const LONGEST = 300

/**
 * The question of a message: the last sentence that asks something (a question mark behind three words or more, or "ik vraag me af", "weet iemand"),
 * opening with a question word or verb first of all; null when nothing is asked. At most 300 characters.
 * Source: own rules.
 * @example readQuestion(viewText('Vies hier. Wanneer wordt dit opgeruimd?', 'nl')).question // 'Wanneer wordt dit opgeruimd?'
 */
export function readQuestion(view: TextView): { question: string | null; evidence: Evidence[] } {
  const { map, tokens, text } = view
  let best: { at: number; rank: number } | null = null
  map.sentences.forEach((sentence, at) => {
    const words = text.slice(sentence.start, sentence.end)
    const asks = sentence.mark === '?' && sentence.last - sentence.first + 1 >= SHORTEST_WORDS && !RHETORICAL.test(words)
    const says = ASKING.test(words)
    if (!asks && !says) return
    const rank = (asks ? 1 : 0) + (OPENERS.has(tokens[sentence.first]!.lower) ? 1 : 0) + (says ? 1 : 0)
    if (best === null || rank >= best.rank) best = { at, rank }
  })
  if (best === null) return { question: null, evidence: [] }
  const sentence = map.sentences[(best as { at: number }).at]!
  const mark = sentence.mark === '?' ? '?' : ''
  const words = text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ')
  const question = `${words.length > LONGEST ? words.slice(0, LONGEST).toWellFormed() : words}${mark}`
  return { question, evidence: [evidenceOf(view, 'question', sentence.first, sentence.last)] }
}
