import type { AreaSeries, MapSpan } from '@rumoer/contracts'
import { useNavigate } from '@tanstack/react-router'
import { useId } from 'react'
import { useNow } from '../../lib/clock.tsx'
import { momentText } from '../../lib/dates.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import styles from './map-page.module.css'

type Props = { series: AreaSeries; step: number | null; span: MapSpan }

/** Which hour or week the map shows, above how busy each was; or the whole of it. */
export function StepSlider({ series, step, span }: Props) {
  const text = useText()
  const locale = useLocale()
  const now = useNow(60_000)
  const navigate = useNavigate()
  const id = useId()
  const { steps } = series
  const town = series.areas.find(({ code }) => code.startsWith('GM'))
  const totals = steps.map((_, at) => (town ? town.negative[at]! + town.neutral[at]! + town.positive[at]! : 0))
  const most = Math.max(1, ...totals)
  const at = step ?? steps.length - 1
  const moment = momentText(steps[at]!.from, now, locale)
  const told = `${moment}, ${text('messages.count', { count: totals[at]! })}`
  const show = (stap: number | undefined) => void navigate({ to: '/kaart', replace: true, search: (before) => ({ ...before, stap }) })
  return (
    <div className={styles.slider}>
      <label className={styles.label} htmlFor={id}>
        {text(`mapPage.step.${span}`)} <b>{step === null ? text('mapPage.step.whole') : told}</b>
      </label>
      <div className={styles.track}>
        <div className={styles.bars} aria-hidden="true">
          {totals.map((total, index) => (
            <i
              key={steps[index]!.from}
              data-chosen={step === null || step === index}
              style={{ height: `${Math.max(3, (total / most) * 100)}%` }}
            />
          ))}
        </div>
        <input
          id={id}
          type="range"
          min={0}
          max={steps.length - 1}
          value={at}
          aria-valuetext={told}
          onChange={(event) => show(Number(event.target.value))}
        />
      </div>
      <Button small isDisabled={step === null} onPress={() => show(undefined)}>
        {text('mapPage.step.whole')}
      </Button>
    </div>
  )
}
