import type { Measure } from '../../lib/map-search.ts'
import { countText, decimalText, timesText } from '../../lib/numbers.ts'
import { useLocale, useText } from '../../lib/text.ts'
import type { AreaValue } from './area-values.ts'

/** One value of an area in words, short enough for a cell. */
export function useValueWords(): (value: AreaValue, measure: Measure) => string {
  const text = useText()
  const locale = useLocale()
  return (value, measure) => {
    switch (measure) {
      case 'aantal':
        return countText(value.messages, locale)
      case 'inwoners':
        return value.perThousand === null ? '–' : decimalText(value.perThousand, locale)
      case 'toon':
        return value.negative === null ? text('mapPage.few') : `${Math.round(value.negative * 100)}%`
      case 'gewoon':
        return value.times === null ? '–' : `${timesText(value.times, locale)}×`
    }
  }
}
