import { CHANNELS, MESSAGE_KINDS, SENTIMENTS } from '@rumoer/contracts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { may } from '../../lib/access.ts'
import { useNow } from '../../lib/clock.tsx'
import { momentText } from '../../lib/dates.ts'
import type { MessageFilter } from '../../lib/message-filter.ts'
import { countText } from '../../lib/numbers.ts'
import { messagesQuery, sessionQuery, taxonomyQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { AreaChoice } from '../../ui/area-choice.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { MessageCard } from '../../ui/message-card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty, Failed, Loading } from '../../ui/panel-state.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useChannelName } from '../../ui/use-channel-name.ts'
import styles from './messages-page.module.css'

const ALL = 'all'

/** Search in all messages; where every number of the product leads to. */
export function MessagesPage() {
  const text = useText()
  const locale = useLocale()
  const replay = useReplayId()
  const { replay: _replay, ...filter } = useSearch({ from: '/live/desk/berichten' })
  const query = useInfiniteQuery(messagesQuery(replay, filter))
  const { data: session } = useQuery(sessionQuery)
  const total = query.data?.pages[0]?.total ?? null
  const messages = query.data?.pages.flatMap((page) => page.items) ?? []
  const mayHandOver = may(session, 'handovers.work') && replay === null
  const mayCorrect = may(session, 'messages.correct') && replay === null
  return (
    <>
      <PageHead
        title={total === null ? text('nav.messages') : text('messages.found', { count: total, shown: countText(total, locale) })}
        lead={usePeriodWords(filter)}
      />
      <SearchField value={filter.q ?? ''} />
      <MessageFilters filter={filter} />
      {query.isPending && <Loading lines={8} />}
      {query.error && !query.data && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {total === 0 && <Empty title={text('messages.none')}>{text('messages.none.body')}</Empty>}
      <ol>
        {messages.map((message) => (
          <li key={message.id}>
            <MessageCard message={message} mayCorrect={mayCorrect} mayHandOver={mayHandOver} withIssue />
          </li>
        ))}
      </ol>
      {query.hasNextPage && (
        <p className={styles.more}>
          <Button isDisabled={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {text('more')}
          </Button>
          <span>{text('messages.shown', { shown: countText(messages.length, locale), total: countText(total ?? 0, locale) })}</span>
        </p>
      )}
    </>
  )
}

function usePeriodWords(filter: MessageFilter): string {
  const text = useText()
  const locale = useLocale()
  const now = useNow(60_000)
  const from = filter.from ? momentText(filter.from, now, locale) : null
  const to = filter.to ? momentText(filter.to, now, locale) : null
  if (from && to) return text('period.between', { from, to })
  if (from) return text('period.from', { from })
  return to ? text('period.to', { to }) : text('period.all')
}

function SearchField({ value }: { value: string }) {
  const text = useText()
  const navigate = useNavigate()
  const [typed, setTyped] = useState(value)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void navigate({ to: '/berichten', search: (before) => ({ ...before, q: typed.trim() || undefined }) })
  }
  return (
    <search className={styles.search}>
      <form onSubmit={submit}>
        <TextInput
          label={text('messages.search')}
          type="search"
          value={typed}
          maxLength={200}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" look="primary">
          {text('messages.search.go')}
        </Button>
      </form>
    </search>
  )
}

function MessageFilters({ filter }: { filter: MessageFilter }) {
  const text = useText()
  const navigate = useNavigate()
  const channelName = useChannelName()
  const { data: taxonomy } = useQuery(taxonomyQuery)
  const active = Object.keys(filter).filter((name) => name !== 'q').length
  const set = (name: keyof MessageFilter) => (value: string) =>
    void navigate({ to: '/berichten', search: (before) => ({ ...before, [name]: value === ALL ? undefined : value }) })
  const mains = taxonomy?.categories.map((main) => ({ id: main.slug, name: main.name })) ?? []
  const isKnown = !filter.category || mains.some((main) => main.id === filter.category)
  const categories = isKnown ? mains : [...mains, { id: filter.category ?? '', name: (filter.category ?? '').replaceAll('-', ' ') }]
  const choices = [
    { name: 'category', values: categories, all: text('filter.anyCategory') },
    { name: 'channel', values: CHANNELS.map((id) => ({ id, name: channelName(id) })), all: text('filter.anyChannel') },
    { name: 'kind', values: MESSAGE_KINDS.map((id) => ({ id, name: text(`kind.${id}`) })), all: text('filter.anyKind') },
    { name: 'sentiment', values: SENTIMENTS.map((id) => ({ id, name: text(`sentiment.${id}`) })), all: text('filter.anySentiment') },
  ] as const
  return (
    <FilterBar active={active}>
      <AreaChoice value={filter.area} onChange={(area) => set('area')(area ?? ALL)} />
      {choices.map(({ name, values, all }) => (
        <Choice
          key={name}
          label={text(`filter.${name}`)}
          quietLabel
          neutral={ALL}
          value={filter[name] ?? ALL}
          onChange={set(name)}
          options={[{ id: ALL, name: all }, ...values]}
        />
      ))}
      {active > 0 && (
        <Button
          look="quiet"
          onPress={() => void navigate({ to: '/berichten', search: (before) => ({ replay: before.replay, q: before.q }) })}
        >
          <X aria-hidden="true" /> {text('filter.clear')}
        </Button>
      )}
    </FilterBar>
  )
}
