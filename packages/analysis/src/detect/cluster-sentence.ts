/**
 * One Dutch sentence on a cluster in space and time, with its numbers. Up to three areas are named.
 *
 * @example clusterSentence({ voices: 9, expected: 1.2, days: 2, category: 'Stank', areas: ['Havenkwartier', 'Oude Dijk'] })
 * // '9 mensen over Stank in Havenkwartier en Oude Dijk samen, in 2 dagen; gewoon is 1. Per buurt valt het niet op.'
 */
export function clusterSentence(facts: {
  voices: number
  expected: number
  days: number
  category: string
  areas: readonly string[]
}): string {
  const { voices, expected, days, category, areas } = facts
  const named = areas.slice(0, 3)
  const rest = areas.length - named.length
  const list = rest > 0 ? [...named, rest === 1 ? 'nog 1 buurt' : `nog ${rest} buurten`] : named
  const where = list.length > 1 ? `${list.slice(0, -1).join(', ')} en ${list.at(-1)}` : (list[0] ?? 'de gemeente')
  const usual = expected < 1 ? 'minder dan 1' : String(Math.round(expected))
  return `${voices} mensen over ${category} in ${where} samen, in ${days === 1 ? '1 dag' : `${days} dagen`}; gewoon is ${usual}. Per buurt valt het niet op.`
}
