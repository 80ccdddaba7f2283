import { type RuleDefinition, ruleDefinition, scopedTest } from '@rumoer/contracts'

const ATLEAST = '>=' as const
const signal = { measure: 'signal', operator: ATLEAST, threshold: 1 } as const
const timesNormal = (threshold: number) => ({ measure: 'timesNormal', operator: ATLEAST, threshold }) as const
const urgentShare = (threshold: number) => ({ measure: 'urgentShare', operator: ATLEAST, threshold }) as const

/** The rules that a municipality begins with: every one needs a signal, and has floors on messages, voices and channels. */
export const DEFAULT_RULES: readonly RuleDefinition[] = [
  { name: 'Meer dan normaal', level: 'attention', floors: { messages: 5, voices: 3, channels: 1 }, when: { all: [signal] } },
  {
    name: 'Loopt snel op',
    level: 'urgent',
    floors: { messages: 12, voices: 10, channels: 2 },
    when: { all: [signal, { any: [timesNormal(5), urgentShare(0.3)] }] },
  },
  {
    name: 'Crisis in wording',
    level: 'crisis',
    floors: { messages: 30, voices: 30, channels: 3 },
    when: { all: [signal, { any: [timesNormal(20), urgentShare(0.2)] }] },
  },
].map((rule) => {
  const whole = ruleDefinition.parse(rule)
  return { ...whole, when: scopedTest(whole.when) }
})
