import { useNavigate } from '@tanstack/react-router'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { IssueFilter } from '../../lib/issue-filter.ts'
import { useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { IssueFields } from './issue-fields.tsx'

/** Filters of the list; they live in the address, so that a view can be shared. */
export function IssueFilters({ filter, replays }: { filter: IssueFilter; replays: ReactNode }) {
  const text = useText()
  const navigate = useNavigate()
  const active = Object.keys(filter).length
  const show = (next: IssueFilter) => void navigate({ to: '/', search: ({ replay }) => ({ ...next, replay }) })
  return (
    <FilterBar active={active}>
      <IssueFields filter={filter} onChange={show} />
      {replays}
      {active > 0 && (
        <Button look="quiet" onPress={() => show({})}>
          <X aria-hidden="true" /> {text('filter.clear')}
        </Button>
      )}
    </FilterBar>
  )
}
