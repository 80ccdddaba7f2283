import { ISSUE_STATUSES, LEVELS, SENTIMENTS } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { IssueFilter } from '../../lib/issue-filter.ts'
import { taxonomyQuery } from '../../lib/queries.ts'
import { useText } from '../../lib/text.ts'
import { AreaChoice } from '../../ui/area-choice.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'

const ALL = 'all'

/** Filters of the list; they live in the address, so that a view can be shared. */
export function IssueFilters({ replays }: { replays: ReactNode }) {
  const text = useText()
  const navigate = useNavigate()
  const search = useSearch({ from: '/live/desk/' })
  const { data: taxonomy } = useQuery(taxonomyQuery)
  const { replay: _replay, ...filter } = search
  const active = Object.keys(filter).length
  const set = (name: keyof IssueFilter) => (value: string) =>
    void navigate({ to: '/', search: (before) => ({ ...before, [name]: value === ALL ? undefined : value }) })
  const choices = [
    { name: 'level', values: LEVELS.map((id) => ({ id, name: text(`level.${id}`) })), all: text('filter.anyLevel') },
    {
      name: 'category',
      values: taxonomy?.categories.map((main) => ({ id: main.slug, name: main.name })) ?? [],
      all: text('filter.anyCategory'),
    },
    { name: 'sentiment', values: SENTIMENTS.map((id) => ({ id, name: text(`sentiment.${id}`) })), all: text('filter.anySentiment') },
    { name: 'status', values: ISSUE_STATUSES.map((id) => ({ id, name: text(`status.${id}`) })), all: text('filter.atWork') },
    { name: 'assignee', values: [{ id: 'none', name: text('nobody') }], all: text('filter.anyOwner') },
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
      {replays}
      {active > 0 && (
        <Button look="quiet" onPress={() => void navigate({ to: '/', search: (before) => ({ replay: before.replay }) })}>
          <X aria-hidden="true" /> {text('filter.clear')}
        </Button>
      )}
    </FilterBar>
  )
}
