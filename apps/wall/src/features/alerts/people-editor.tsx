import type { Receiver } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useState } from 'react'
import { namesQuery } from '../../lib/queries.ts'
import { useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { PersonSearch } from '../../ui/person-search.tsx'
import { DutyEditor } from './duty-editor.tsx'
import styles from './rules.module.css'

/** Who hears of an alert by mail, whether at once or in the daily overview, and when they are on call. Webhooks are left as they are. */
export function PeopleEditor({ receivers, onChange }: { receivers: readonly Receiver[]; onChange: (receivers: Receiver[]) => void }) {
  const text = useText()
  const { data: names } = useQuery(namesQuery)
  const [searches, setSearches] = useState(0)
  const known = new Map((names ?? []).map(({ id, name }) => [id, name]))
  return (
    <div className={styles.people}>
      <ul>
        {receivers.map((receiver, at) => {
          if (receiver.channel !== 'mail') return null
          const name = known.get(receiver.user) ?? receiver.user
          return (
            <li key={receiver.user} className={styles.person}>
              <b>{name}</b>
              <Choice
                label={text('rule.field.digest')}
                quietLabel
                value={receiver.digest ? 'daily' : 'atOnce'}
                options={(['atOnce', 'daily'] as const).map((id) => ({ id, name: text(`rule.field.${id}`) }))}
                onChange={(id) =>
                  onChange(receivers.with(at, { ...receiver, digest: id === 'daily', onCall: id === 'daily' ? [] : receiver.onCall }))
                }
              />
              <Button
                small
                look="quiet"
                aria-label={text('rule.field.removePerson', { name })}
                onPress={() => onChange(receivers.toSpliced(at, 1))}
              >
                <X aria-hidden="true" />
              </Button>
              {!receiver.digest && (
                <DutyEditor
                  name={name}
                  shifts={receiver.onCall}
                  onChange={(onCall) => onChange(receivers.with(at, { ...receiver, onCall }))}
                />
              )}
            </li>
          )
        })}
      </ul>
      <PersonSearch
        key={searches}
        label={text('rule.field.addPerson')}
        value={null}
        onChange={(person) => {
          if (!person) return
          setSearches(searches + 1)
          if (receivers.some((one) => one.channel === 'mail' && one.user === person.id)) return
          onChange([...receivers, { channel: 'mail', user: person.id, onCall: [], digest: false }])
        }}
      />
    </div>
  )
}
