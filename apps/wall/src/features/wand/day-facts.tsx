import { useQuery } from '@tanstack/react-query'
import { summaryQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useLocale, useText } from '../../lib/text.ts'
import styles from './day-facts.module.css'

/** What the rest of the town does, as three figures in sentences. */
export function DayFacts({ isAlone }: { isAlone: boolean }) {
  const text = useText()
  const locale = useLocale()
  const { data } = useQuery(summaryQuery(useReplayId()))
  if (!data) return null
  const number = (value: number) => value.toLocaleString(locale === 'nl' ? 'nl-NL' : 'en-GB')
  const broken = data.sources.filter(({ state }) => state === 'failing' || state === 'slow').length
  const normal = data.expectedLastHour === null ? null : Math.round(data.expectedLastHour)
  const facts = [
    { id: 'today', value: number(data.messagesToday), words: text('wall.fact.today', { count: data.messagesToday }) },
    {
      id: 'hour',
      value: number(data.messagesLastHour),
      words: normal === null ? text('wall.fact.hour') : text('wall.fact.hourNormal', { normal }),
    },
    {
      id: 'sources',
      value: number(data.sources.length - broken),
      words: text('wall.fact.sources', { count: data.sources.length }),
    },
  ]
  return (
    <section className={styles.facts} data-alone={isAlone}>
      {isAlone && <h2>{text('wall.restQuiet')}</h2>}
      <ul>
        {facts.map(({ id, value, words }) => (
          <li key={id}>
            <b>{value}</b> <span>{words}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
