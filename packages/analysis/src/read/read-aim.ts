import type { MessageKind, Sentiment } from '@rumoer/contracts'
import { type CueList, createCueFinder } from '../language/cue-trie.ts'
import { sumSentiment } from './sentiment.ts'
import type { SentimentHit } from './sentiment-hits.ts'
import { type Evidence, evidenceOf, type TextView } from './text-view.ts'

const MUNICIPAL: CueList<'municipality'> = [
  {
    label: 'municipality',
    weight: 1,
    cues: `gemeente|gemeentelijke|wethouder|burgemeester|college|gemeenteraad|raadslid|stadhuis|gemeentehuis|ambtenaar|ambtenaren|loket|balie|handhaving|boa|boa's|stadsbeheer|buitendienst|gemeentewerken|klantcontactcentrum|kcc|wijkmanager|wijkagent|melding gemaakt|gemeld|vergunning|belastinggeld|ozb|afvalstoffenheffing|
openbare ruimte|openbaar groen|straatverlichting|lantaarnpaal|stoep|fietspad|wegdek|speeltuin|prullenbak|container|plantsoen|park|riool|milieustraat|parkeerplaats|verkeersbord|verkeerslicht|zwerfafval|grofvuil|hondenpoep|onkruid|groenonderhoud|parkeerbeleid|bestemmingsplan|azc|bewonersavond|inspraak|bestrating|strooien|omgevingsvergunning|wmo|jeugdzorg|paspoort|rijbewijs|uitkering|council|municipality`
      .split('|')
      .map((cue) => cue.trim()),
  },
]
const find = createCueFinder(MUNICIPAL)
const DIRECT_KINDS: ReadonlySet<MessageKind> = new Set(['melding', 'contact', 'mail'])
const SURE_CATEGORY = 0.5
const INDIRECT = 0.9

type AimInput = {
  view: TextView
  hits: readonly SentimentHit[]
  expressed: Sentiment
  kind: MessageKind | undefined
  mainCategory: string
  categoryConfidence: number
}

/**
 * The sentiment aimed at the municipality and its public space: that of the sentences with a municipal cue, or of the whole text when those
 * sentences carry no feeling, when the message was sent to the municipality, or when its category is sure. Null when nothing in it
 * is about the municipality. Confidence is that of the sum, times 0.9 when only the category aims it. Source: own rules.
 * @example readAim({ view: viewText('Lekker weer', 'nl'), hits: [], expressed: sumSentiment([]), kind: 'post', mainCategory: 'unknown', categoryConfidence: 0 }).towards // null
 */
export function readAim(input: AimInput): { towards: Sentiment | null; evidence: Evidence[] } {
  const { view, hits, expressed, kind, mainCategory, categoryConfidence } = input
  const cues = find(view.stems)
  const evidence = cues.map((cue) => evidenceOf(view, 'towards-municipality', cue.first, cue.last))
  if (cues.length > 0) {
    const sentences = new Set(cues.map((cue) => view.map.sentenceOf[cue.first]!))
    const aimed = hits.filter((hit) => sentences.has(view.map.sentenceOf[hit.first]!))
    return { towards: aimed.length > 0 ? sumSentiment(aimed) : expressed, evidence }
  }
  const sentHere = kind !== undefined && DIRECT_KINDS.has(kind) && view.tokens.length > 0
  if (!sentHere && !(mainCategory !== 'unknown' && categoryConfidence >= SURE_CATEGORY && view.tokens.length > 0))
    return { towards: null, evidence: [] }
  return {
    towards: { ...expressed, confidence: Math.round(expressed.confidence * INDIRECT * 1000) / 1000 },
    evidence: [{ label: 'towards-municipality', span: null, words: [] }],
  }
}
