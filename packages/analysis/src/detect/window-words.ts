/**
 * A trailing window in Dutch words: hours up to two days, then days.
 *
 * @example windowWords(168) // 'in de laatste 7 dagen'
 */
export function windowWords(hours: number): string {
  if (hours === 1) return 'in het laatste uur'
  return hours > 48 ? `in de laatste ${Math.round(hours / 24)} dagen` : `in de laatste ${Math.round(hours)} uur`
}
