import { ISSUE_STATUSES, LEVELS, SENTIMENTS } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { dropEmpty, type IssueFilter } from '../../lib/issue-filter.ts'
import { taxonomyQuery } from '../../lib/queries.ts'
import { useText } from '../../lib/text.ts'
import { AreaChoice } from '../../ui/area-choice.tsx'
import { Choice } from '../../ui/choice.tsx'

const ALL = 'all'
type Props = { filter: IssueFilter; onChange: (filter: IssueFilter) => void }

/** The choices that narrow a list of issues. */
export function IssueFields({ filter, onChange }: Props) {
  const text = useText()
  const { data: taxonomy } = useQuery(taxonomyQuery)
  const set = (name: keyof IssueFilter, value: string | undefined) =>
    onChange(dropEmpty({ ...filter, [name]: value === ALL ? undefined : value }))
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
    <>
      <AreaChoice value={filter.area} onChange={(area) => set('area', area)} />
      {choices.map(({ name, values, all }) => (
        <Choice
          key={name}
          label={text(`filter.${name}`)}
          quietLabel
          neutral={ALL}
          value={filter[name] ?? ALL}
          onChange={(value) => set(name, value)}
          options={[{ id: ALL, name: all }, ...values]}
        />
      ))}
    </>
  )
}
