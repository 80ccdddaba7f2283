import { KINDS_THAT_TAKE_REPORTS, type MessageOut } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { type HandoverDraft, isByLink } from '../lib/handover-draft.ts'
import { useAreas } from '../lib/names.ts'
import { sourcesQuery, taxonomyQuery } from '../lib/queries.ts'
import { useText } from '../lib/text.ts'
import { Choice, type Option } from './choice.tsx'
import { DateChoice } from './date-choice.tsx'
import styles from './handovers.module.css'
import { PersonSearch } from './person-search.tsx'
import { TextInput } from './text-input.tsx'

type Props = { draft: HandoverDraft; message: MessageOut | null; onChange: (draft: HandoverDraft) => void }

/** Receiver, term and words of one hand-over. */
export function HandoverFields({ draft, message, onChange }: Props) {
  const text = useText()
  const receivers = useReceivers(draft, message)
  const set = (change: Partial<HandoverDraft>) => onChange({ ...draft, ...change })
  return (
    <fieldset className={styles.part}>
      <legend>{text(`handover.kind.${draft.kind}`)}</legend>
      <p className={styles.soft}>{text(`handover.about.${draft.kind}`)}</p>
      <div className={styles.fields}>
        {draft.kind === 'callback' ? (
          <PersonSearch label={text('handover.caller')} value={draft.person} onChange={(person) => set({ person })} />
        ) : (
          <Choice label={text('handover.to')} value={draft.receiver} options={receivers} onChange={(receiver) => set({ receiver })} />
        )}
        <DateChoice
          label={text(draft.kind === 'engagement' ? 'handover.reactBy' : 'handover.by')}
          value={draft.day}
          onChange={(day) => day && set({ day })}
        />
        <TextInput
          label={text('handover.time')}
          pattern="([01][0-9]|2[0-3]):[0-5][0-9]"
          inputMode="numeric"
          placeholder="17:00"
          maxLength={5}
          required
          value={draft.time}
          onChange={(event) => set({ time: event.target.value })}
        />
        {isByLink(draft.receiver) && (
          <TextInput
            label={text('handover.mail')}
            type="email"
            value={draft.mail}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => set({ mail: event.target.value })}
          />
        )}
      </div>
      <TextInput
        label={text('handover.note')}
        hint={text('handover.note.hint')}
        value={draft.note}
        maxLength={2_000}
        onChange={(event) => set({ note: event.target.value })}
      />
    </fieldset>
  )
}

function useReceivers({ kind }: HandoverDraft, message: MessageOut | null): Option[] {
  const text = useText()
  const areas = useAreas(null)
  const { data: taxonomy } = useQuery(taxonomyQuery)
  const departments = (taxonomy?.departments ?? []).map(({ code, name }) => ({ id: `department:${code}`, name }))
  const { data: sources = [] } = useQuery(sourcesQuery(null))
  const outlets = sources.filter((source) => KINDS_THAT_TAKE_REPORTS.includes(source.kind))
  if (kind === 'melding') {
    const sent = outlets.map(({ id, name }) => ({ id: `signalen:${id}`, name: text('handover.send', { name }) }))
    return [...sent, { id: 'signalen', name: text('handover.byHand') }, ...departments]
  }
  if (kind === 'symptom') return [{ id: 'issue', name: text('handover.ownIssue') }]
  const wijken = [...areas.values()].filter(({ level }) => level === 'wijk')
  const near = (code: string) => (message?.areaCodes.includes(code) ? 0 : 1)
  const managers = wijken
    .toSorted((a, b) => near(a.code) - near(b.code) || a.name.localeCompare(b.name, 'nl'))
    .map(({ code, name }) => ({ id: `wijkmanager:${code}`, name: text('handover.manager', { name }) }))
  return [{ id: 'participation', name: text('handover.participation') }, ...managers, ...departments]
}
