import type { Measure } from '../../lib/map-search.ts'
import { decimalText } from '../../lib/numbers.ts'
import { useLocale, useText } from '../../lib/text.ts'
import styles from './map-page.module.css'
import { shadeFill } from './shade-fill.ts'

type Props = { measure: Measure; edges: readonly number[]; hasUnknown: boolean }

/** What each shade stands for, above the picture's edge in words. */
export function MapKey({ measure, edges, hasUnknown }: Props) {
  const text = useText()
  const locale = useLocale()
  const number = (value: number) => (measure === 'toon' ? `${Math.round(value * 100)}%` : decimalText(value, locale))
  const isFixed = measure === 'toon' || measure === 'gewoon'
  const steps = isFixed
    ? [
        ...edges.map((edge, at) =>
          at === 0 ? text('mapPage.key.below', { to: number(edge) }) : `${number(edges[at - 1]!)}–${number(edge)}`,
        ),
        text('mapPage.key.above', { from: number(edges.at(-1)!) }),
      ]
    : ['0', ...edges.map((edge) => text('mapPage.key.upTo', { to: number(edge) }))]
  return (
    <figcaption className={styles.key}>
      <span>{text(`mapPage.measure.${measure}`)}</span>
      {steps.map((words, at) => (
        <span key={words} className={styles.step}>
          <i style={{ background: shadeFill(measure, at) }} /> {words}
        </span>
      ))}
      {hasUnknown && (
        <span className={styles.step}>
          <i className={styles.hatch} /> {text(measure === 'toon' ? 'mapPage.key.few' : 'mapPage.key.unknown')}
        </span>
      )}
    </figcaption>
  )
}
