import type { AreaSeries, MapSpan } from '@rumoer/contracts'
import { useNow } from '../../lib/clock.tsx'
import { momentText } from '../../lib/dates.ts'
import type { Measure } from '../../lib/map-search.ts'
import { decimalText, timesText } from '../../lib/numbers.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { type AreaValue, mostOf } from './area-values.ts'

/** What the map says in one sentence, and over which time. */
export function useFinding(
  values: readonly AreaValue[],
  measure: Measure,
  series: AreaSeries | undefined,
  step: number | null,
  span: MapSpan,
): { title: string; period: string } {
  const text = useText()
  const locale = useLocale()
  const now = useNow(60_000)
  const most = mostOf(values, measure)
  const steps = series?.steps ?? []
  const { from, to } = steps[step ?? 0] ?? {}
  const period =
    step === null || !from || !to
      ? text(`mapPage.period.${span}`)
      : text('period.between', { from: momentText(from, now, locale), to: momentText(to, now, locale) })
  if (!most) return { title: text(measure === 'aantal' || measure === 'inwoners' ? 'mapPage.none' : `mapPage.none.${measure}`), period }
  const name = most.area.name
  const titles = {
    aantal: () => text('mapPage.most.aantal', { name, count: most.messages }),
    inwoners: () => text('mapPage.most.inwoners', { name, count: decimalText(most.perThousand ?? 0, locale) }),
    toon: () => text('mapPage.most.toon', { name, share: Math.round((most.negative ?? 0) * 100) }),
    gewoon: () => text('mapPage.most.gewoon', { name, times: timesText(most.times ?? 0, locale) }),
  }
  return { title: titles[measure](), period }
}
