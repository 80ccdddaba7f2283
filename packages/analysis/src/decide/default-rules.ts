import { type DefaultRule, ruleDefinition, scopedTest } from '@rumoer/contracts'

const ATLEAST = '>=' as const
const signal = { measure: 'signal', operator: ATLEAST, threshold: 1 } as const
const timesNormal = (threshold: number) => ({ measure: 'timesNormal', operator: ATLEAST, threshold }) as const
const urgentShare = (threshold: number) => ({ measure: 'urgentShare', operator: ATLEAST, threshold }) as const
const voices = (measure: 'dangerVoices' | 'rumourVoices', threshold: number) =>
  ({ measure, operator: ATLEAST, threshold, windowHours: 6 }) as const

/**
 * The rules that a municipality begins with. Each has floors on messages, voices and channels, and needs a signal; but words of danger and of
 * rumour are heard at once, from few people. A municipality that began before a rule was added here is given it once, in force.
 */
export const DEFAULT_RULES: readonly DefaultRule[] = [
  {
    key: 'above-normal',
    name: 'Meer dan normaal',
    level: 'attention',
    floors: { messages: 5, voices: 3, channels: 1 },
    when: { all: [signal] },
  },
  {
    key: 'rising-fast',
    name: 'Loopt snel op',
    level: 'urgent',
    floors: { messages: 12, voices: 10, channels: 2 },
    when: { all: [signal, { any: [timesNormal(5), urgentShare(0.3)] }] },
  },
  {
    key: 'crisis',
    name: 'Crisis in wording',
    level: 'crisis',
    floors: { messages: 30, voices: 30, channels: 3 },
    when: { all: [signal, { any: [timesNormal(20), urgentShare(0.2)] }] },
  },
  {
    key: 'danger-words',
    name: 'Gevaar in weinig woorden',
    level: 'urgent',
    floors: { messages: 3, voices: 2, channels: 1 },
    when: { all: [voices('dangerVoices', 2)] },
  },
  {
    key: 'rumour-words',
    name: 'Gerucht gaat rond',
    level: 'attention',
    floors: { messages: 3, voices: 3, channels: 1 },
    when: { all: [voices('rumourVoices', 3)] },
  },
].map(({ key, ...rule }) => {
  const whole = ruleDefinition.parse(rule)
  return { key, definition: { ...whole, when: scopedTest(whole.when) } }
})
