import { DEFAULT_RULES } from '@rumoer/analysis/decide'
import { NO_FILTER, type RuleFilter, type RuleVersion } from '@rumoer/contracts'
import type { FilteredCount, Store } from '@rumoer/store'

/** The rules in force in a municipality, as they stand now. */
export type RuleBook = {
  rules(at: Date): Promise<readonly RuleVersion[]>
  /** Whether rules changed since they were last read. */
  isStale(): Promise<boolean>
}

/** Reads the rules again only when they changed. A municipality that never had one begins with the default rules. */
export function createRuleBook(store: Store, municipalityId: number): RuleBook {
  let known: { stamp: string; rules: readonly RuleVersion[] } | null = null
  return {
    async rules(at) {
      const stamp = await store.rules.stamp(municipalityId)
      if (known?.stamp === stamp) return known.rules
      await store.rules.seed(municipalityId, DEFAULT_RULES, at)
      known = { stamp: await store.rules.stamp(municipalityId), rules: await store.rules.live(municipalityId) }
      return known.rules
    },
    async isStale() {
      return known !== null && known.stamp !== (await store.rules.stamp(municipalityId))
    },
  }
}

/** No rule holds under its own floor, and no floor is lower. */
const LEAST_MESSAGES = 3
const LEAST_VOICES = 2
const WEEK_HOURS = 168

export type Counted = { issueId: string; windows: readonly { hours: number; messages: number; voices: number }[] }
/** What each rule counts of an issue; null where nothing passes its filter. */
export type CountOf = (rule: RuleVersion, issueId: string) => FilteredCount | null

/** Counts the issues that any rule could hold for, once per distinct filter. */
export async function countForRules(
  store: Store,
  municipalityId: number,
  rules: readonly RuleVersion[],
  issues: readonly Counted[],
  at: Date,
): Promise<CountOf> {
  const candidates = issues
    .filter(({ windows }) =>
      windows.some(({ hours, messages, voices }) => hours === WEEK_HOURS && messages >= LEAST_MESSAGES && voices >= LEAST_VOICES),
    )
    .map(({ issueId }) => issueId)
  const counts = new Map<string, Map<string, FilteredCount>>()
  for (const { definition } of rules) {
    const key = filterKey(definition.filter)
    if (!counts.has(key) && candidates.length > 0) {
      counts.set(key, await store.issues.counted(municipalityId, candidates, definition.filter, at))
    }
  }
  return (rule, issueId) => counts.get(filterKey(rule.definition.filter))?.get(issueId) ?? null
}

/** Two rules that filter alike count alike. */
export const filterKey = (filter: RuleFilter): string =>
  JSON.stringify(Object.keys(NO_FILTER).map((name) => [...filter[name as keyof RuleFilter]].sort()))
