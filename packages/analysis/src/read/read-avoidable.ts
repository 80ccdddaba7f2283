import type { MessageKind, Reading } from '@rumoer/contracts'
import { type CueHit, type CueList, createCueFinder } from '../language/cue-trie.ts'
import { softmax } from '../maths/softmax.ts'
import { classesOf, isLearnedLanguage, type Learned } from './learned/heads.ts'
import { type Evidence, evidenceOf, type TextView } from './text-view.ts'

type Avoidable = NonNullable<Reading['avoidable']>
type Reason = Avoidable['reason']

const FLOOR = 0.5
const EVIDENCE_WORDS = 3
const MAX = 0.95
/** A contact moment is about service more often than a post is. */
const CONTACT_BONUS = 0.25
const cue = (label: Reason, weight: number, text: string) => ({ label, weight, cues: text.split('|').map((part) => part.trim()) })

const REASON_CUES: CueList<Reason> = [
  cue(
    'status-unknown',
    0.65,
    'wat is de status|status van mijn|stand van zaken|hoe staat het met|hoor niets|niets gehoord|niks gehoord|niets meer gehoord|niks meer gehoord|nog niets gehoord|nog niks gehoord|geen reactie|geen antwoord|nog geen bericht|geen terugkoppeling|nooit teruggebeld|niet teruggebeld|zou worden teruggebeld|zou teruggebeld|wanneer krijg ik|wanneer hoor ik|wanneer komt mijn|hoe lang duurt|hoelang duurt|wacht al * op|wachten al * op|wacht nog steeds op|wachten nog steeds op|al * gemeld * niets|weken geleden gemeld|in behandeling',
  ),
  cue(
    'letter-unclear',
    0.7,
    'brief * snap|snap * brief|begrijp de brief|begrijp * brief niet|brief is onduidelijk|onduidelijke brief|brief niet duidelijk|wat bedoelen jullie met|wat betekent * brief|brief gekregen maar|brief ontvangen maar|moeilijke taal|ambtelijke taal|brief * begrijpen|aanslag * snap|aanslag * begrijp|beschikking * begrijp',
  ),
  cue(
    'page-wrong',
    0.7,
    'op de website staat|website klopt niet|website * niet vinden|kan het niet vinden|kan * vinden op de website|kan nergens vinden|nergens te vinden|link werkt niet|links werken niet|pagina niet gevonden|pagina bestaat niet|verouderde informatie|verkeerde informatie|formulier werkt niet|formulier * doet het niet|website * onduidelijk|staat niet op de website|site * niet vinden|niet op jullie site|foute openingstijden|openingstijden kloppen niet|volgens de website',
  ),
  cue(
    'repeat-after-closing',
    0.75,
    'melding gesloten maar|gesloten maar|afgehandeld maar|afgesloten maar|opgelost maar|status afgehandeld|melding is afgehandeld|melding is gesloten|zonder oplossing gesloten|niet opgelost|opnieuw gemeld|opnieuw melden|weer gemeld|nog een keer melden|nogmaals melden|tweede melding|derde melding|derde keer gemeld|meerdere keren gemeld|al drie keer gemeld|al vaker gemeld|vaker gemeld|eerder gemeld|al eerder gemeld|zoveelste melding|al meerdere meldingen|meermaals gemeld|herhaaldelijk gemeld',
  ),
  cue(
    'wrong-department',
    0.75,
    'doorverbonden|van het kastje naar de muur|kastje naar de muur|verkeerde afdeling|andere afdeling|niet van de gemeente|wijzen naar elkaar|verwijst naar|verwijzen naar|doorverwezen|doorgestuurd naar|moet ik bij de provincie|daar gaan wij niet over|waterschap * gemeente|wie gaat hierover|wie gaat er over|wie is verantwoordelijk',
  ),
  cue(
    'disruption',
    0.75,
    'website ligt eruit|website * storing|systeem ligt eruit|digid werkt niet|digid * storing|inloggen lukt niet|kan niet inloggen|niet inloggen|foutmelding|app werkt niet|site doet het niet|website doet het niet|website werkt niet|telefonisch niet bereikbaar|niemand neemt op|neemt niemand op|krijg geen gehoor|geen gehoor|betaling lukt niet|storing bij de gemeente|afspraak maken lukt niet',
  ),
  cue(
    'new-need',
    0.6,
    'ik wil graag aanvragen|wil * aanvragen|hoe vraag ik|hoe kan ik * aanvragen|waar kan ik * aanvragen|afspraak maken|wil een afspraak|graag een afspraak|kan ik terecht|hoe meld ik|waar kan ik|wil mij inschrijven|wil me inschrijven|verhuizing doorgeven|geboorteaangifte|aangifte doen|trouwen|paspoort * verlengen|rijbewijs * verlengen|paspoort aanvragen|rijbewijs aanvragen|vergunning aanvragen|parkeervergunning aanvragen|uittreksel|subsidie aanvragen',
  ),
]
const find = createCueFinder(REASON_CUES)

/** No reason at all, to the learned scorer. */
export const NO_REASON = 'none'

/** Chance of each reason by its cues. */
function chancesByRules(hits: readonly CueHit<Reason>[], kind: MessageKind | undefined): Map<Reason, number> {
  const chances = new Map<Reason, number>()
  for (const hit of hits) chances.set(hit.label, 1 - (1 - (chances.get(hit.label) ?? 0)) * (1 - hit.weight))
  if (kind === 'contact' || kind === 'mail') {
    for (const [reason, chance] of chances) chances.set(reason, 1 - (1 - chance) * (1 - CONTACT_BONUS))
  }
  return chances
}

/** What the rules give the learned scorer. */
export function avoidableRule(view: TextView, kind: MessageKind | undefined): (reason: string) => number {
  const chances: ReadonlyMap<string, number> = chancesByRules(find(view.stems), kind)
  return (reason) => chances.get(reason) ?? 0
}

/**
 * Whether this contact could have been avoided by better service, with its reason: status unknown, letter unclear, page wrong, repeat
 * after closing, wrong department, disruption; or a real new need (`not-avoidable`). The likeliest reason is told where some reason is likelier than none;
 * cue words and a learned scorer together. Dutch and English; articles and empty texts give null. The verdict is a suggestion for a person. Source: the Dutch practice
 * of "vermijdbaar contact"; own cues stacked under logistic regression, measured in the README.
 * @example readAvoidable(view, 'contact', askLearned(view, 'contact')).avoidable?.reason // of 'Wat is de status van mijn aanvraag?': 'status-unknown'
 */
export function readAvoidable(
  view: TextView,
  kind: MessageKind | undefined,
  learned: Learned,
): { avoidable: Avoidable | null; evidence: Evidence[] } {
  if (!isLearnedLanguage(view.language) || kind === 'article' || view.tokens.length === 0) return { avoidable: null, evidence: [] }
  const hits = find(view.stems)
  const rules: ReadonlyMap<string, number> = chancesByRules(hits, kind)
  const chances = softmax(learned.logits('avoidable', (reason) => rules.get(reason) ?? 0))
  const reasons = classesOf('avoidable')
  let best = -1
  for (let at = 0; at < reasons.length; at++) if (reasons[at] !== NO_REASON && (best < 0 || chances[at]! > chances[best]!)) best = at
  if (1 - chances[reasons.indexOf(NO_REASON)]! < FLOOR) return { avoidable: null, evidence: [] }
  const reason = reasons[best] as Reason
  const label = `avoidable:${reason}`
  const cues = hits.filter((hit) => hit.label === reason)
  const words = cues.length > 0 ? cues : learned.speakingFor('avoidable', reason, EVIDENCE_WORDS)
  return {
    avoidable: {
      reason,
      verdict: reason === 'new-need' ? 'not-avoidable' : 'avoidable',
      confidence: Math.round(Math.min(MAX, chances[best]!) * 1000) / 1000,
    },
    evidence: words.length > 0 ? words.map(({ first, last }) => evidenceOf(view, label, first, last)) : [{ label, span: null, words: [] }],
  }
}
