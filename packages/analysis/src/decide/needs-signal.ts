import type { RuleTest } from '@rumoer/contracts'

/**
 * Whether a test can hold only where a detector found something: then its alerts are no more often by chance than the detector's findings are.
 *
 * An empty `any` never holds, so it needs what you like; an empty `all` always holds and needs nothing.
 *
 * @example needsSignal({ any: [{ measure: 'signal', operator: '>=', threshold: 1 }, { measure: 'messages', operator: '>=', threshold: 9 }] }) // false
 */
export function needsSignal(test: RuleTest): boolean {
  if ('all' in test) return test.all.some(needsSignal)
  if ('any' in test) return test.any.every(needsSignal)
  const { measure, operator, threshold } = test
  if (measure !== 'signal' && measure !== 'timesNormal') return false
  return operator === '>' || ((operator === '>=' || operator === '=') && threshold > 0)
}
