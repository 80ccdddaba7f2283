import type { Condition, Criterion, Measure, RuleDefinition, RuleQuality, RuleTest } from '@rumoer/contracts'
import { criterionName } from './evaluate-rule.ts'

/** What became of one alert, with the conditions as they were measured. */
export type JudgedAlert = { conditions: readonly Condition[]; outcome: 'acted-on' | 'noise' | 'waiting' }

/** Fewer dismissals than this say nothing about a threshold. */
const LEAST_NOISE = 3
const NOISY_SHARE = 0.5
const STEPS: Readonly<Partial<Record<Measure, number>>> = { negativeShare: 0.01, urgentShare: 0.01, timesNormal: 0.1 }

/**
 * Alerts of a rule over `days`: sent, acted on, called noise, and, for a rule of which more than half of the judged alerts were noise, a new threshold.
 *
 * The proposal raises one threshold that every alert of the rule had to pass: a floor, or a condition with ≥ or > that only `all` stands above. It is
 * the smallest one that at least half of the noise stays under, and it is only made where everything that people acted on would have passed it; of
 * several, the one that is raised least. No alerts, few dismissals or no such threshold: no proposal.
 *
 * @example ruleQualityOf(rule, [], 30) // { days: 30, sent: 0, actedOn: 0, noise: 0, waiting: 0, proposal: null }
 */
export function ruleQualityOf(rule: Pick<RuleDefinition, 'floors' | 'when'>, alerts: readonly JudgedAlert[], days: number): RuleQuality {
  const of = (outcome: JudgedAlert['outcome']) => alerts.filter((alert) => alert.outcome === outcome)
  const [actedOn, noise] = [of('acted-on'), of('noise')]
  const isNoisy = noise.length >= LEAST_NOISE && noise.length > NOISY_SHARE * (noise.length + actedOn.length)
  return {
    days,
    sent: alerts.length,
    actedOn: actedOn.length,
    noise: noise.length,
    waiting: of('waiting').length,
    proposal: isNoisy ? bestProposal(rule, actedOn, noise) : null,
  }
}

type Proposal = NonNullable<RuleQuality['proposal']>

function bestProposal(
  { floors, when }: Pick<RuleDefinition, 'floors' | 'when'>,
  actedOn: readonly JudgedAlert[],
  noise: readonly JudgedAlert[],
): Proposal | null {
  const needed: Criterion[] = [
    { measure: 'messages', operator: '>=', threshold: floors.messages },
    { measure: 'voices', operator: '>=', threshold: floors.voices },
    { measure: 'channels', operator: '>=', threshold: floors.channels },
    ...alwaysNeeded(when),
  ]
  const proposals = needed.flatMap((criterion) => proposalFor(criterion, actedOn, noise) ?? [])
  return proposals.sort((a, b) => a.to / a.from - b.to / b.from || b.drops - a.drops)[0] ?? null
}

function alwaysNeeded(test: RuleTest): Criterion[] {
  if ('any' in test) return test.any.length === 1 ? alwaysNeeded(test.any[0]!) : []
  if ('all' in test) return test.all.flatMap(alwaysNeeded)
  return test.measure !== 'signal' && (test.operator === '>=' || test.operator === '>') ? [test] : []
}

function proposalFor(criterion: Criterion, actedOn: readonly JudgedAlert[], noise: readonly JudgedAlert[]): Proposal | null {
  const name = criterionName(criterion)
  const valuesOf = (alerts: readonly JudgedAlert[]) =>
    alerts.flatMap(({ conditions }) => conditions.find((condition) => condition.name === name)?.value ?? [])
  const [kept, dropped] = [valuesOf(actedOn), valuesOf(noise).sort((a, b) => a - b)]
  if (kept.length < actedOn.length || dropped.length < noise.length) return null
  const { measure, operator, threshold: from } = criterion
  const step = STEPS[measure] ?? 1
  const middle = dropped[Math.ceil(dropped.length / 2) - 1]!
  // `>` drops what is equal already.
  const to = operator === '>' ? roundUp(middle, step) : roundUp(middle, step) === middle ? tidy(middle + step) : roundUp(middle, step)
  const passes = (value: number) => (operator === '>' ? value > to : value >= to)
  if (to <= from || !kept.every(passes)) return null
  const drops = dropped.filter((value) => !passes(value)).length
  return {
    measure,
    operator,
    from,
    to,
    keeps: kept.length,
    drops,
    sentence: proposalSentence(name, from, to, kept.length, drops, noise.length),
  }
}

const tidy = (value: number) => Number(value.toFixed(6))
const roundUp = (value: number, step: number) => tidy(Math.ceil(tidy(value / step)) * step)
const number = (value: number) => String(value).replace('.', ',')

function proposalSentence(name: string, from: number, to: number, keeps: number, drops: number, noise: number): string {
  const kept = keeps === 0 ? '' : keeps === 1 ? ' De ene die is opgepakt blijft.' : ` Alle ${keeps} die zijn opgepakt blijven.`
  return `Zet ‘${name}’ van ${number(from)} op ${number(to)}: dan vallen ${drops} van de ${noise} attenderingen weg die ruis waren.${kept}`
}
