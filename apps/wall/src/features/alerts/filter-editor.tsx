import { CHANNELS, FACETS, RESIDENT_ROLES, type RuleFilter, SENTIMENTS } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { areasQuery, taxonomyQuery } from '../../lib/queries.ts'
import { useText } from '../../lib/text.ts'
import { SeveralChoice } from '../../ui/several-choice.tsx'
import { useChannelName } from '../../ui/use-channel-name.ts'
import styles from './rules.module.css'

/** Which messages a rule counts: all, or those of some areas, subjects, channels, roles, kinds or tones. */
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
    { name: 'roles', label: text('rule.filter.role'), options: RESIDENT_ROLES.map((id) => ({ id, name: text(`residentRole.${id}`) })) },
    { name: 'facets', label: text('filter.kind'), options: FACETS.map((id) => ({ id, name: text(`facet.${id}`) })) },
    { name: 'sentiments', label: text('filter.sentiment'), options: SENTIMENTS.map((id) => ({ id, name: text(`sentiment.${id}`) })) },
  ] as const
  return (
    <div className={styles.fields}>
      {choices.map(({ name, label, options }) => (
        <SeveralChoice
          key={name}
          label={label}
          none={text('filter.anyKind')}
          value={filter[name]}
          options={options}
          onChange={(chosen) => onChange({ ...filter, [name]: chosen })}
        />
      ))}
    </div>
  )
}
