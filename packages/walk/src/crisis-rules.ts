import type { Crisis, RuleVersion } from '@rumoer/contracts'

/** No crisis makes one voice, or two messages, news. */
const LEAST = { messages: 3, voices: 2, channels: 1 } as const
/** In a crisis so many times as many false alarms a year are put up with. */
const MORE_ALARMS = 10

/** Rules as they hold in a crisis: every floor halved. Without one they hold as they are. */
export function rulesIn(crisis: Crisis | null, rules: readonly RuleVersion[]): readonly RuleVersion[] {
  if (!crisis) return rules
  return rules.map((rule) => {
    const { messages, voices, channels } = rule.definition.floors
    const floors = {
      messages: halved(messages, LEAST.messages),
      voices: halved(voices, LEAST.voices),
      channels: halved(channels, LEAST.channels),
    }
    return { ...rule, definition: { ...rule.definition, floors } }
  })
}

/** Half of a floor, but not below the least; a floor that is lower already stays. */
const halved = (floor: number, least: number): number => Math.min(floor, Math.max(least, Math.ceil(floor / 2)))

export const alarmsPerYearIn = (crisis: Crisis | null, usual: number): number => (crisis ? usual * MORE_ALARMS : usual)
