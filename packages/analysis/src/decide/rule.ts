import type { Condition, Level } from '@rumoer/contracts'
import type { Measure } from './measures.ts'

/** One comparison. `scope` says to people what it looks at: a message, the issue, or its area. */
export type Criterion = {
  name: string
  scope: Condition['scope']
  measure: Measure
  operator: Condition['operator']
  threshold: number
}
/** Criteria nested to any depth; an empty `all` holds, an empty `any` does not. */
export type Test = Criterion | { all: readonly Test[] } | { any: readonly Test[] }
/** When `when` holds, the issue deserves `level`. */
export type Rule = { name: string; level: Exclude<Level, 'calm'>; when: Test }

const signal: Criterion = { name: 'meer stemmen dan normaal', scope: 'area', measure: 'signal', operator: '>=', threshold: 1 }
const atLeast = (name: string, measure: Measure, threshold: number, scope: Condition['scope'] = 'issue'): Criterion => ({
  name,
  scope,
  measure,
  operator: '>=',
  threshold,
})

/** The rules of a municipality that has none of its own: every one has floors on messages, voices and channels. */
export const DEFAULT_RULES: readonly Rule[] = [
  {
    name: 'Meer dan normaal',
    level: 'attention',
    when: {
      all: [signal, atLeast('berichten', 'messages', 5), atLeast('onafhankelijke stemmen', 'voices', 3), atLeast('kanalen', 'channels', 1)],
    },
  },
  {
    name: 'Loopt snel op',
    level: 'urgent',
    when: {
      all: [
        signal,
        atLeast('berichten', 'messages', 12),
        atLeast('onafhankelijke stemmen', 'voices', 10),
        atLeast('kanalen', 'channels', 2),
        { any: [atLeast('keer normaal', 'timesNormal', 5, 'area'), atLeast('aandeel met spoed', 'urgentShare', 0.3, 'message')] },
      ],
    },
  },
  {
    name: 'Crisis in wording',
    level: 'crisis',
    when: {
      all: [
        signal,
        atLeast('berichten', 'messages', 30),
        atLeast('onafhankelijke stemmen', 'voices', 30),
        atLeast('kanalen', 'channels', 3),
        { any: [atLeast('keer normaal', 'timesNormal', 20, 'area'), atLeast('aandeel met spoed', 'urgentShare', 0.2, 'message')] },
      ],
    },
  },
]
