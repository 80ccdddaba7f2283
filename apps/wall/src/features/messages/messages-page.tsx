import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { may } from '../../lib/access.ts'
import { useNow } from '../../lib/clock.tsx'
import { momentText } from '../../lib/dates.ts'
import type { MessageFilter } from '../../lib/message-filter.ts'
import { countText } from '../../lib/numbers.ts'
import { messagesQuery, sessionQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { MessageCard } from '../../ui/message-card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty, Failed, Loading } from '../../ui/panel-state.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { ViewsMenu } from '../../ui/views-menu.tsx'
import { FacetPanel } from './facet-panel.tsx'
import styles from './messages-page.module.css'

/** Search in all messages; where every number of the product leads to. */
export function MessagesPage() {
  const text = useText()
  const locale = useLocale()
  const replay = useReplayId()
  const { replay: _replay, ...filter } = useSearch({ from: '/live/desk/berichten' })
  const navigate = useNavigate()
  const active = Object.keys(filter).filter((name) => name !== 'q').length
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
      >
        {mayCorrect && (
          <Link to="/invoer" className={styles.entry}>
            {text('entry.link')}
          </Link>
        )}
      </PageHead>
      <div className={styles.tools}>
        <SearchField
          key={filter.q ?? ''}
          label={text('messages.search')}
          value={filter.q ?? ''}
          onSearch={(q) => void navigate({ to: '/berichten', search: (before) => ({ ...before, q }) })}
        />
        <ViewsMenu />
      </div>
      <div className={styles.columns}>
        <FilterBar active={active}>
          <div className={styles.facets}>
            {active > 0 && (
              <Button
                look="quiet"
                onPress={() => void navigate({ to: '/berichten', search: (before) => ({ replay: before.replay, q: before.q }) })}
              >
                <X aria-hidden="true" /> {text('filter.clear')}
              </Button>
            )}
            <FacetPanel filter={filter} />
          </div>
        </FilterBar>
        <div className={styles.found}>
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
        </div>
      </div>
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
