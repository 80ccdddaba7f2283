import type { Alert, Condition, Level, Signal } from '@rumoer/contracts'
import type { Activity } from './activity.ts'
import { evaluateTest } from './evaluate-test.ts'
import { levelRank } from './level-rank.ts'
import { measuresOf } from './measures.ts'
import type { Rule } from './rule.ts'

export type Decision = {
  /** Whether people must hear of it now. */
  alert: boolean
  /** The rule with the highest level that holds; null when none does. */
  rule: string | null
  level: Level
  /** All criteria of that rule, or of the lowest one when none holds: the answer to "waarom niet". */
  conditions: Condition[]
}

/**
 * What an issue deserves now, by rules, and whether to alert.
 *
 * One alert per episode: only when the level is higher than the settled level and than its open alert's. No rules, or none that
 * holds, gives calm without alert.
 *
 * @example decide(null, activity, DEFAULT_RULES, null).level // 'calm'
 */
export function decide(signal: Signal | null, activity: Activity, rules: readonly Rule[], open: Pick<Alert, 'level'> | null): Decision {
  const measures = measuresOf(signal, activity)
  const rising = [...rules].sort((a, b) => levelRank(a.level) - levelRank(b.level))
  const judged = rising.map((rule) => ({ rule, ...evaluateTest(rule.when, measures) }))
  const met = judged.findLast(({ holds }) => holds)
  if (!met) return { alert: false, rule: null, level: 'calm', conditions: judged[0]?.conditions ?? [] }
  const told = Math.max(levelRank(activity.level), open ? levelRank(open.level) : 0)
  return { alert: levelRank(met.rule.level) > told, rule: met.rule.name, level: met.rule.level, conditions: met.conditions }
}
