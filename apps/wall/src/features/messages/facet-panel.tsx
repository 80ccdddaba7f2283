import type { CountedBy, MessageCounts } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Check } from 'lucide-react'
import { useState } from 'react'
import type { MessageFilter } from '../../lib/message-filter.ts'
import { useAreas, useCategoryNames } from '../../lib/names.ts'
import { countText } from '../../lib/numbers.ts'
import { messageCountsQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { type MessageId, useLocale, useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { useChannelName } from '../../ui/use-channel-name.ts'
import styles from './facet-panel.module.css'

const GROUPS: readonly CountedBy[] = ['channel', 'category', 'area', 'sentiment', 'facet', 'role', 'kind']
const FIRST = 6

/** What the search finds per channel, subject, place, tone, facet, role and kind. Each line narrows the search, or widens it again. */
export function FacetPanel({ filter }: { filter: MessageFilter }) {
  const text = useText()
  const { data } = useQuery(messageCountsQuery(useReplayId(), filter))
  if (!data) return null
  return (
    <nav className={styles.panel} aria-label={text('facetPanel.title')}>
      {GROUPS.map((name) => (
        <FacetGroup key={name} name={name} counted={data[name]} chosen={filter[name]} />
      ))}
    </nav>
  )
}

type GroupProps = { name: CountedBy; counted: MessageCounts[CountedBy]; chosen: string | undefined }

function FacetGroup({ name, counted, chosen }: GroupProps) {
  const text = useText()
  const locale = useLocale()
  const nameOf = useValueName(name)
  const [isLong, setLong] = useState(false)
  // A chosen value stays on the list when nothing is found any more, so that it can be let go.
  const present = counted.some(({ value }) => value === chosen) || chosen === undefined
  const all = (present ? counted : [{ value: chosen, messages: 0 }, ...counted]).filter(({ value }) => !value.startsWith('GM'))
  if (all.length === 0) return null
  const first = all.slice(0, FIRST)
  const late = all.find(({ value }) => value === chosen)
  const shown = isLong ? all : late && !first.includes(late) ? [...first, late] : first
  const most = Math.max(1, ...all.map(({ messages }) => messages))
  return (
    <section className={styles.group}>
      <h2 className={styles.heading}>{text(`facetPanel.${name}`)}</h2>
      <ul>
        {shown.map(({ value, messages }) => {
          const isChosen = value === chosen
          return (
            <li key={value}>
              <Link
                to="/berichten"
                search={(before) => ({ ...before, [name]: isChosen ? undefined : value })}
                className={styles.line}
                activeProps={{}}
                aria-current={isChosen ? 'true' : undefined}
              >
                <i className={styles.bar} style={{ width: `${(messages / most) * 100}%` }} aria-hidden="true" />
                <span className={styles.name}>
                  {isChosen && <Check aria-hidden="true" />}
                  {nameOf(value)}
                </span>
                <b>{countText(messages, locale)}</b>
              </Link>
            </li>
          )
        })}
      </ul>
      {all.length > shown.length && (
        <Button look="quiet" small onPress={() => setLong(true)}>
          {text('facetPanel.more', { count: all.length - shown.length })}
        </Button>
      )}
    </section>
  )
}

function useValueName(name: CountedBy): (value: string) => string {
  const text = useText()
  const channelName = useChannelName()
  const categoryName = useCategoryNames()
  const areas = useAreas(useReplayId())
  switch (name) {
    case 'channel':
      return channelName
    case 'category':
      return (value) => (value === 'unknown' ? text('category.unknown') : categoryName(value))
    case 'area':
      return (value) => areas.get(value)?.name ?? value
    case 'sentiment':
      return (value) => text(`sentiment.${value}` as MessageId)
    case 'facet':
      return (value) => text(`facet.${value}` as MessageId)
    case 'role':
      return (value) => text(`residentRole.${value}` as MessageId)
    case 'kind':
      return (value) => text(`kind.${value}` as MessageId)
  }
}
