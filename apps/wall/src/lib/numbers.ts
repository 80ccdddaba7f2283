import type { Locale } from './dates.ts'

const tags = { nl: 'nl-NL', en: 'en-GB' } as const

/** `1.284` in Dutch, `1,284` in English. */
export const countText = (value: number, locale: Locale): string => new Intl.NumberFormat(tags[locale]).format(value)

/** With one decimal below ten and none above: `2,4`, `18`. */
export const decimalText = (value: number, locale: Locale): string =>
  new Intl.NumberFormat(tags[locale], { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)

const MOST_TIMES = 99

/** Times normal with one decimal below ten: `4,2`, `12`; above 99 the exact figure says nothing more. */
export function timesText(value: number, locale: Locale): string {
  if (value > MOST_TIMES) return `>${MOST_TIMES}`
  return decimalText(value, locale)
}

/** Whole percentage points that `part` is of `whole`; null when there is nothing to divide by. */
export const percentOf = (part: number, whole: number): number | null => (whole > 0 ? Math.round((part / whole) * 100) : null)

/** Signed change in whole percent, with a real minus sign; null without a period to compare with. */
export function changeText(now: number, before: number): string | null {
  if (before === 0) return null
  const change = Math.round(((now - before) / before) * 100)
  return change === 0 ? '0%' : change > 0 ? `+${change}%` : `−${-change}%`
}
