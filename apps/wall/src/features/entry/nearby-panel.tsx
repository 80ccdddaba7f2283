import type { Nearby } from '@rumoer/contracts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { request } from '../../lib/api.ts'
import { useText } from '../../lib/text.ts'
import { AgeText } from '../../ui/age.tsx'
import { LevelMark } from '../../ui/level-mark.tsx'
import { useChannelName } from '../../ui/use-channel-name.ts'
import styles from './entry.module.css'

const PAUSE_MS = 400
const SHORTEST = 4

/** What plays already, here and about this: told while somebody writes, never in the way of it. */
export function NearbyPanel({ words, address }: { words: string; address: string }) {
  const text = useText()
  const channelName = useChannelName()
  const asked = usePaused(JSON.stringify({ text: words.trim(), address: address.trim() }))
  const isAsking = words.trim().length >= SHORTEST || address.trim() !== ''
  const { data } = useQuery({
    queryKey: ['nearby', asked],
    queryFn: ({ signal }) => request<Nearby>('/entries/_nearby', { method: 'POST', body: JSON.parse(asked) as unknown, signal }),
    enabled: isAsking,
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const found = isAsking ? data : undefined
  return (
    <aside className={styles.nearby} aria-labelledby="entry-nearby">
      <h2 id="entry-nearby">{found?.place ? text('entry.nearby.in', { place: found.place.name }) : text('entry.nearby')}</h2>
      {!found && <p className={styles.note}>{text('entry.nearby.start')}</p>}
      {found && found.issues.length + found.meldingen.length === 0 && <p className={styles.note}>{text('entry.nearby.none')}</p>}
      {found && found.issues.length > 0 && (
        <section aria-label={text('entry.nearby.issues')}>
          <h3>{text('entry.nearby.issues')}</h3>
          <ul>
            {found.issues.map((issue) => (
              <li key={issue.id}>
                <LevelMark level={issue.level} />
                <span>
                  <Link to="/issues/$id" params={{ id: issue.id }}>
                    {issue.title}
                  </Link>
                  <small>
                    {text('entry.nearby.messages', { count: issue.messages })} · <AgeText at={issue.lastAt} />
                  </small>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {found && found.meldingen.length > 0 && (
        <section aria-label={text('entry.nearby.meldingen')}>
          <h3>{text('entry.nearby.meldingen')}</h3>
          <ul>
            {found.meldingen.map((melding) => (
              <li key={melding.id}>
                <span>
                  <span className={styles.words}>{melding.text || text('sources.sample.noText')}</span>
                  <small>
                    {channelName(melding.channel)} · <AgeText at={melding.createdAt} />
                  </small>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  )
}

/** A value once it has not changed for a moment. */
function usePaused<Value>(value: Value): Value {
  const [paused, setPaused] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return paused
}
