import { CHANNELS, FACETS, RESIDENT_ROLES, type RuleFilter, SENTIMENTS } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { areasQuery, taxonomyQuery } from '../../lib/queries.ts'
import { useText } from '../../lib/text.ts'
import { Choice } from '../../ui/choice.tsx'
import { useChannelName } from '../../ui/use-channel-name.ts'
import styles from './rules.module.css'

const ALL = 'all'
const SEVERAL = 'several'

/** Which messages a rule counts: all, or those of one area, subject, channel, role, kind or tone. More than one of a kind is kept as it is. */
export function FilterEditor({ filter, onChange }: { filter: RuleFilter; onChange: (filter: RuleFilter) => void }) {
  const text = useText()
  const channelName = useChannelName()
  const { data: areas = [] } = useQuery(areasQuery(null))
  const { data: taxonomy } = useQuery(taxonomyQuery)
  const choices = [
    { name: 'areas', label: text('filter.area'), options: areas.map(({ code, name }) => ({ id: code, name })) },
    {
      name: 'categories',
      label: text('filter.category'),
      options: (taxonomy?.categories ?? []).map(({ slug, name }) => ({ id: slug, name })),
    },
    { name: 'channels', label: text('filter.channel'), options: CHANNELS.map((id) => ({ id, name: channelName(id) })) },
    { name: 'roles', label: text('evidence.role'), options: RESIDENT_ROLES.map((id) => ({ id, name: text(`residentRole.${id}`) })) },
    { name: 'facets', label: text('filter.kind'), options: FACETS.map((id) => ({ id, name: text(`facet.${id}`) })) },
    { name: 'sentiments', label: text('filter.sentiment'), options: SENTIMENTS.map((id) => ({ id, name: text(`sentiment.${id}`) })) },
  ] as const
  return (
    <div className={styles.fields}>
      {choices.map(({ name, label, options }) => {
        const chosen: readonly string[] = filter[name]
        const names = chosen.map((id) => options.find((option) => option.id === id)?.name ?? id)
        const several = chosen.length > 1 ? [{ id: SEVERAL, name: names.join(', ') }] : []
        return (
          <Choice
            key={name}
            label={label}
            quietLabel
            neutral={ALL}
            value={chosen.length === 0 ? ALL : chosen.length > 1 ? SEVERAL : chosen[0]!}
            options={[{ id: ALL, name: text('filter.anyKind') }, ...several, ...options]}
            onChange={(id) => id !== SEVERAL && onChange({ ...filter, [name]: id === ALL ? [] : [id] })}
          />
        )
      })}
    </div>
  )
}
