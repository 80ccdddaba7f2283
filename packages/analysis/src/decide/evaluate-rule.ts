import { type Condition, type Criterion, MEASURES, type Measure, type RuleDefinition, type RuleTest, type Signal } from '@rumoer/contracts'
import type { Activity } from './activity.ts'
import { measuresOf } from './measures.ts'

/** What one rule looks at: counted after its filter. */
export type RuleView = { signal: Signal | null; activity: Activity }
export type Evaluation = { holds: boolean; conditions: Condition[] }

/**
 * Whether a rule holds, with every condition in it, its value and threshold: floors first, also of branches that did not matter.
 *
 * `release` is the share of each threshold that is enough, 1 unless the issue has reached the rule's level already: so an issue that swings
 * around a threshold does not go up and down with it. The conditions show the threshold that was used.
 *
 * @example evaluateRule({ floors, when: { any: [] } }, view).holds // false
 */
export function evaluateRule({ floors, when }: Pick<RuleDefinition, 'floors' | 'when'>, view: RuleView, release = 1): Evaluation {
  const atLeast = (measure: keyof typeof floors): Criterion => ({ measure, operator: '>=', threshold: floors[measure] })
  return evaluateTest({ all: [atLeast('messages'), atLeast('voices'), atLeast('channels'), when] }, view, release)
}

function evaluateTest(test: RuleTest, view: RuleView, release: number): Evaluation {
  if ('measure' in test) return evaluateCriterion(test, view, release)
  const parts = ('all' in test ? test.all : test.any).map((part) => evaluateTest(part, view, release))
  return {
    holds: 'all' in test ? parts.every(({ holds }) => holds) : parts.some(({ holds }) => holds),
    conditions: parts.flatMap(({ conditions }) => conditions),
  }
}

function evaluateCriterion({ measure, operator, threshold: stated, windowHours }: Criterion, view: RuleView, release: number): Evaluation {
  const value = measuresOf(view.signal, view.activity, windowHours)[measure]
  const threshold = eased(measure, operator, stated, release)
  const holds = compare(value, operator, threshold)
  const name = criterionName({ measure, windowHours })
  return { holds, conditions: [{ name, scope: MEASURES[measure].scope, value, operator, threshold, holds }] }
}

/** What people read of a condition: its measure and, where it states one, its window. */
export const criterionName = ({ measure, windowHours }: Pick<Criterion, 'measure' | 'windowHours'>): string =>
  `${MEASURES[measure].name}${windowHours === undefined ? '' : windowWords(windowHours)}`

const windowWords = (hours: number) => (hours === 1 ? ' in 1 uur' : hours === 168 ? ' in 7 dagen' : ` in ${hours} uur`)

const SHARES: readonly Measure[] = ['negativeShare', 'urgentShare', 'timesNormal']

/** Counts stay whole, so that a threshold that is shown is one that can be reached. */
function eased(measure: Measure, operator: Condition['operator'], threshold: number, release: number): number {
  if (release === 1 || operator === '=') return threshold
  const isLeast = operator === '>=' || operator === '>'
  const exact = isLeast ? threshold * release : threshold / release
  if (SHARES.includes(measure)) return exact
  return isLeast ? Math.ceil(exact) : Math.floor(exact)
}

function compare(value: number, operator: Condition['operator'], threshold: number): boolean {
  switch (operator) {
    case '>=':
      return value >= threshold
    case '>':
      return value > threshold
    case '<=':
      return value <= threshold
    case '<':
      return value < threshold
    case '=':
      return value === threshold
  }
}
