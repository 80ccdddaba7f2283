import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useNow } from '../../lib/clock.tsx'
import { clockTime, dayOf, startOfDay } from '../../lib/dates.ts'
import { countText } from '../../lib/numbers.ts'
import { summaryQuery, type Ticker, tickerKey } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { MoodBar } from '../../ui/mood.tsx'
import { useChannelName } from '../../ui/use-channel-name.ts'
import styles from './incoming-panel.module.css'

/** How much comes in: today, the last hour against normal, and per channel since this page opened. Never a text. */
export function IncomingPanel() {
  const text = useText()
  const locale = useLocale()
  const replay = useReplayId()
  const now = useNow(60_000)
  const { data } = useQuery(summaryQuery(replay))
  if (!data) return null
  const today = startOfDay(dayOf(now)).toISOString()
  return (
    <section className={styles.panel} aria-labelledby="binnengekomen">
      <h2 id="binnengekomen" className={styles.title}>
        {text('incoming.title')}
      </h2>
      <p className={styles.big}>
        <Link to="/berichten" search={{ from: today }}>
          <strong>{countText(data.messagesToday, locale)}</strong> {text('incoming.today', { count: data.messagesToday })}
        </Link>
      </p>
      <p className={styles.hour}>
        {data.expectedLastHour === null
          ? text('incoming.hourWithoutNormal', { count: data.messagesLastHour })
          : text('incoming.hour', { count: data.messagesLastHour, normal: Math.round(data.expectedLastHour) })}
      </p>
      <MoodBar counts={data.moodToday} />
      <TickerList />
    </section>
  )
}

const SHOWN = 6

function TickerList() {
  const text = useText()
  const channelName = useChannelName()
  const { data } = useQuery<Ticker>({ queryKey: tickerKey(useReplayId()), enabled: false })
  if (!data) return null
  const channels = Object.entries(data.perChannel).sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
  const most = channels[0]?.[1] ?? 1
  return (
    <div className={styles.ticker}>
      <h3>{text('ticker.title', { time: clockTime(data.since) })}</h3>
      {channels.length === 0 ? (
        <p className={styles.none}>{text('ticker.none')}</p>
      ) : (
        <ul>
          {channels.slice(0, SHOWN).map(([channel, count]) => (
            <li key={channel}>
              <span>{channelName(channel)}</span>
              <i style={{ width: `${(count / most) * 100}%` }} />
              <b>{count}</b>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
