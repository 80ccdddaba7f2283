import { ChevronLeft, ChevronRight } from 'lucide-react'
import { addDays, isoWeek, type Locale, mondayOf, monthText, noonOf, shortDate } from '../../lib/dates.ts'
import type { ReportPeriod } from '../../lib/queries.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { shiftPeriod } from './period.ts'
import styles from './reports-page.module.css'

/** `week 48, 23 – 29 nov` or `november 2026`. */
export function usePeriodName(): (id: string) => string {
  const text = useText()
  const locale: Locale = useLocale()
  return (id) => {
    const monday = mondayOf(id)
    if (!monday) return monthText(id, locale)
    const day = (on: string) => shortDate(noonOf(on), locale).replace(/^\S+ /, '')
    return text('period.week', { week: Number(id.slice(6)), from: day(monday), to: day(addDays(monday, 6)) })
  }
}

type Props = { id: string; periods: readonly ReportPeriod[]; onChoose: (id: string) => void }

export function PeriodChoice({ id, periods, onChoose }: Props) {
  const text = useText()
  const name = usePeriodName()
  const kind = id.includes('W') ? 'week' : 'month'
  const known = periods.filter((period) => period.kind === kind).map((period) => period.id)
  const options = (known.includes(id) ? known : [id, ...known]).map((period) => ({ id: period, name: name(period) }))
  const monday = mondayOf(id)
  const switchKind = (wanted: string) => {
    if (wanted === kind) return
    onChoose(wanted === 'month' && monday ? monday.slice(0, 7) : isoWeek(`${id}-01`))
  }
  return (
    <div className={styles.period}>
      <Button aria-label={text('period.previous')} onPress={() => onChoose(shiftPeriod(id, -1))}>
        <ChevronLeft aria-hidden="true" />
      </Button>
      <Choice label={text('period')} quietLabel value={id} options={options} onChange={onChoose} />
      <Button aria-label={text('period.next')} onPress={() => onChoose(shiftPeriod(id, 1))}>
        <ChevronRight aria-hidden="true" />
      </Button>
      <Choice
        label={text('period.kind')}
        quietLabel
        value={kind}
        options={[
          { id: 'week', name: text('period.kind.week') },
          { id: 'month', name: text('period.kind.month') },
        ]}
        onChange={switchKind}
      />
    </div>
  )
}
