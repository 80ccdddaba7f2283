import type { BacktestResult } from '@rumoer/contracts'
import { addDays, dayOf, noonOf, shortDate } from '../../lib/dates.ts'
import { useLocale, useText } from '../../lib/text.ts'
import styles from './rules.module.css'

const HEIGHT = 44
const STEP = 12
const MOST_DAYS = 92

/** One bar a day: how many alerts the rule would have given. The table under it says the same. */
export function BacktestDays({ result }: { result: BacktestResult }) {
  const text = useText()
  const locale = useLocale()
  const counts = Map.groupBy(result.alerts, ({ at }) => dayOf(at))
  const days: string[] = []
  for (let day = dayOf(result.from); day <= dayOf(result.to) && days.length < MOST_DAYS; day = addDays(day, 1)) days.push(day)
  const most = Math.max(1, ...[...counts.values()].map((alerts) => alerts.length))
  const tall = (day: string) => ((counts.get(day)?.length ?? 0) / most) * HEIGHT
  return (
    <figure className={styles.days}>
      <figcaption>{text('backtest.days')}</figcaption>
      <svg viewBox={`0 0 ${days.length * STEP} ${HEIGHT + 1}`} preserveAspectRatio="none" aria-hidden="true">
        <line x1="0" x2={days.length * STEP} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} />
        {days.map((day, at) => (
          <rect key={day} x={at * STEP + 2} width={STEP - 4} y={HEIGHT - tall(day)} height={tall(day)} />
        ))}
      </svg>
      <p>
        <span>{shortDate(noonOf(days[0]!), locale)}</span>
        <span>{shortDate(noonOf(days.at(-1)!), locale)}</span>
      </p>
    </figure>
  )
}
