import { HANDOVER_KINDS, isOverdue, RECEIVER_KINDS } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useNow } from '../../lib/clock.tsx'
import { type HandoverFilter, handoversQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useText } from '../../lib/text.ts'
import { Choice } from '../../ui/choice.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { HandoverRow } from '../../ui/handover-row.tsx'
import styles from '../../ui/handovers.module.css'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty, Failed, Loading } from '../../ui/panel-state.tsx'

const ALL = 'all'

/** All that was handed over and promised: what is overdue first. */
export function HandoversPage() {
  const text = useText()
  const now = useNow(15_000)
  const { replay: _replay, ...filter } = useSearch({ from: '/live/desk/overdrachten' })
  const { data, error, isPending, refetch } = useQuery(handoversQuery(useReplayId(), { status: 'open', ...filter }))
  const items = data?.items ?? []
  const late = items.filter((one) => isOverdue(one, now)).length
  return (
    <>
      <PageHead title={text('handovers.title')} {...(data ? { lead: text('handovers.lead', { late, count: items.length }) } : {})} />
      <Filters filter={filter} />
      {isPending && <Loading lines={8} />}
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {data && items.length === 0 && <Empty title={text('handovers.none')}>{text('handovers.none.body')}</Empty>}
      <ul className={styles.rows}>
        {items.map((one) => (
          <HandoverRow key={one.id} one={one} withIssue />
        ))}
      </ul>
    </>
  )
}

function Filters({ filter }: { filter: HandoverFilter }) {
  const text = useText()
  const navigate = useNavigate()
  const set = (name: keyof HandoverFilter, none: string) => (value: string) =>
    void navigate({ to: '/overdrachten', search: (before) => ({ ...before, [name]: value === none ? undefined : value }) })
  return (
    <FilterBar active={Object.keys(filter).length}>
      <Choice
        label={text('filter.status')}
        quietLabel
        neutral="open"
        value={filter.status ?? 'open'}
        onChange={set('status', 'open')}
        options={(['open', 'waiting', 'taken', 'returned', 'done', 'withdrawn'] as const).map((id) => ({
          id,
          name: text(`handover.status.${id}`),
        }))}
      />
      <Choice
        label={text('handover.what')}
        quietLabel
        neutral={ALL}
        value={filter.kind ?? ALL}
        onChange={set('kind', ALL)}
        options={[{ id: ALL, name: text('handovers.anyKind') }, ...HANDOVER_KINDS.map((id) => ({ id, name: text(`handover.kind.${id}`) }))]}
      />
      <Choice
        label={text('handover.to')}
        quietLabel
        neutral={ALL}
        value={filter.receiver ?? ALL}
        onChange={set('receiver', ALL)}
        options={[{ id: ALL, name: text('handovers.anyReceiver') }, ...RECEIVER_KINDS.map((id) => ({ id, name: text(`receiver.${id}`) }))]}
      />
    </FilterBar>
  )
}
