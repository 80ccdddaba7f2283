import type { StructuralProblem } from './find-structural.ts'

const ORDINALS = [
  'eerste',
  'tweede',
  'derde',
  'vierde',
  'vijfde',
  'zesde',
  'zevende',
  'achtste',
  'negende',
  'tiende',
  'elfde',
  'twaalfde',
] as const

/**
 * One Dutch sentence on a structural problem, with its numbers.
 *
 * @example structuralSentence({ …, episodes: [a, b, c], meanDaysToReturn: 19, reopenRequests: 0 }, 'Zwerfvuil', 'Havenkwartier', 14)
 * // 'Zwerfvuil in Havenkwartier: derde keer dit jaar, gemiddeld 19 dagen tussen sluiten en terugkeer, minstens 14 melders.'
 */
export function structuralSentence(
  { episodes, meanDaysToReturn, reopenRequests }: Pick<StructuralProblem, 'episodes' | 'meanDaysToReturn' | 'reopenRequests'>,
  category: string,
  area: string,
  reporters: number,
): string {
  const times = ORDINALS[episodes.length - 1] ?? `${episodes.length}e`
  const days = Math.round(meanDaysToReturn ?? 0)
  const parts = [
    `${times} keer dit jaar`,
    ...(meanDaysToReturn === null ? [] : [`gemiddeld ${days} ${days === 1 ? 'dag' : 'dagen'} tussen sluiten en terugkeer`]),
    ...(reopenRequests === 0 ? [] : [`${reopenRequests} keer gevraagd om het opnieuw op te pakken`]),
    `minstens ${reporters} ${reporters === 1 ? 'melder' : 'melders'}`,
  ]
  return `${category} in ${area}: ${parts.join(', ')}.`
}
