import { areaChain, type RuleDefinition, type Signal } from '@rumoer/contracts'
import { levelRank } from './level-rank.ts'

/**
 * Whether the receivers of a rule hear of a finding on areas: its level is at most that of the finding, and its filter lets one of the areas and the
 * category (`main/sub`, null for all) through. A rule that counts only some messages, by channel, role, facet or mood, hears nothing of areas:
 * what was found there is about all messages.
 *
 * @example hearsOfArea({ level: 'attention', filter: NO_FILTER }, { level: 'attention', category: null }, []) // true
 */
export function hearsOfArea(
  { level, filter }: Pick<RuleDefinition, 'level' | 'filter'>,
  signal: Pick<Signal, 'level' | 'category'>,
  places: readonly string[],
): boolean {
  if (levelRank(level) > levelRank(signal.level)) return false
  const { areas, categories, channels, roles, facets, sentiments } = filter
  if ([channels, roles, facets, sentiments].some((list) => list.length > 0)) return false
  const [main] = signal.category?.split('/') ?? []
  if (categories.length > 0 && (main === undefined || !categories.includes(main))) return false
  return areas.length === 0 || places.flatMap(areaChain).some((code) => areas.includes(code))
}
