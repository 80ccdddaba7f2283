import type { Condition } from '@rumoer/contracts'
import type { Measure } from './measures.ts'
import type { Criterion, Test } from './rule.ts'

export type Evaluation = { holds: boolean; conditions: Condition[] }

/**
 * Whether a nested test holds, with every criterion in it, its value and whether it holds: also of branches that did not matter.
 *
 * @example evaluateTest({ any: [] }, measures).holds // false
 */
export function evaluateTest(test: Test, measures: Readonly<Record<Measure, number>>): Evaluation {
  if ('measure' in test) return evaluateCriterion(test, measures[test.measure])
  const parts = ('all' in test ? test.all : test.any).map((part) => evaluateTest(part, measures))
  return {
    holds: 'all' in test ? parts.every(({ holds }) => holds) : parts.some(({ holds }) => holds),
    conditions: parts.flatMap(({ conditions }) => conditions),
  }
}

function evaluateCriterion({ name, scope, operator, threshold }: Criterion, value: number): Evaluation {
  const holds = compare(value, operator, threshold)
  return { holds, conditions: [{ name, scope, value, operator, threshold, holds }] }
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
