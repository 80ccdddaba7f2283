import { type RuleDefinition, ruleDefinition, scopedTest } from '@rumoer/contracts'

const ATLEAST = '>=' as const
const signal = { measure: 'signal', operator: ATLEAST, threshold: 1 } as const
const timesNormal = (threshold: number) => ({ measure: 'timesNormal', operator: ATLEAST, threshold }) as const
const urgentShare = (threshold: number) => ({ measure: 'urgentShare', operator: ATLEAST, threshold }) as const
const voices = (measure: 'dangerVoices' | 'rumourVoices', threshold: number) =>
  ({ measure, operator: ATLEAST, threshold, windowHours: 6 }) as const

/**
 * The rules that a municipality begins with. Each has floors on messages, voices and channels, and needs a signal; but words of danger and of
 * rumour are heard at once, from few people.
 */
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
  {
    name: 'Gevaar in weinig woorden',
    level: 'urgent',
    floors: { messages: 3, voices: 2, channels: 1 },
    when: { all: [voices('dangerVoices', 2)] },
  },
  {
    name: 'Gerucht gaat rond',
    level: 'attention',
    floors: { messages: 3, voices: 3, channels: 1 },
    when: { all: [voices('rumourVoices', 3)] },
  },
].map((rule) => {
  const whole = ruleDefinition.parse(rule)
  return { ...whole, when: scopedTest(whole.when) }
})
