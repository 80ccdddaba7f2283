import { CONTENT_STATUSES, type ContentItem, type ContentStatus } from '@rumoer/contracts'
import { type FormEvent, useState } from 'react'
import { useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { DateChoice } from '../../ui/date-choice.tsx'
import { PersonSearch } from '../../ui/person-search.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextArea, TextInput } from '../../ui/text-input.tsx'
import { ChannelChoice } from './channel-choice.tsx'
import { ItemConflict } from './item-conflict.tsx'
import { type About, draftOf, type ItemDraft, problemsOf } from './item-draft.ts'
import { useItemSave } from './item-save.ts'
import styles from './item-sheet.module.css'
import { LinkedIssue } from './linked-issue.tsx'

type Props = { item: ContentItem | null; about: About | null; readOnly: boolean; onClose: () => void }

/** The form of one content item: title, owner, date or “ooit”, channels, status; notes folded. */
export function ItemSheet({ item, about, readOnly, onClose }: Props) {
  const text = useText()
  const [draft, setDraft] = useState<ItemDraft>(() => draftOf(item, about))
  const [isChecked, setChecked] = useState(false)
  const save = useItemSave(item, onClose)
  const problems = isChecked ? problemsOf(draft) : {}
  const set = (change: Partial<ItemDraft>) => setDraft({ ...draft, ...change })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (!readOnly && Object.keys(problemsOf(draft)).length === 0) save.submit(draft)
  }
  return (
    <Sheet title={text(item ? 'planning.edit' : 'planning.new')} isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={submit} noValidate>
        {draft.issueId && <LinkedIssue id={draft.issueId} title={item?.issueTitle ?? null} />}
        <TextInput
          label={text('item.title')}
          value={draft.title}
          maxLength={160}
          error={problems.title ? text(problems.title) : null}
          onChange={(event) => set({ title: event.target.value })}
        />
        <div className={styles.pair}>
          <PersonSearch label={text('item.owner')} value={draft.owner} onChange={(owner) => set({ owner })} />
          <Choice
            label={text('filter.status')}
            value={draft.status}
            options={CONTENT_STATUSES.map((id) => ({ id, name: text(`content.${id}`) }))}
            onChange={(status) => set({ status: status as ContentStatus })}
          />
        </div>
        <div className={styles.pair}>
          <DateChoice label={text('item.date')} value={draft.plannedOn} onChange={(plannedOn) => set({ plannedOn })} />
          <Button isDisabled={draft.plannedOn === null} onPress={() => set({ plannedOn: null })}>
            {text('item.someday')}
          </Button>
        </div>
        <ChannelChoice
          value={draft.channels}
          error={problems.channels ? text(problems.channels) : null}
          onChange={(channels) => set({ channels })}
        />
        <details className={styles.more} open={draft.notes !== ''}>
          <summary>{text('item.notes')}</summary>
          <TextArea
            label={text('item.notes')}
            value={draft.notes}
            maxLength={5_000}
            onChange={(event) => set({ notes: event.target.value })}
          />
        </details>
        {save.conflict && (
          <ItemConflict
            mine={draft}
            theirs={save.conflict}
            onKeepMine={() => save.submit(draft, save.conflict?.version)}
            onTakeTheirs={() => {
              if (save.conflict) setDraft(draftOf(save.conflict, null))
              save.acceptTheirs()
            }}
          />
        )}
        {save.hasFailed && (
          <p role="alert" className={styles.failed}>
            {text('saveFailed')}
          </p>
        )}
        {!readOnly && !save.conflict && (
          <div className={styles.buttons}>
            <Button type="submit" look="primary" isDisabled={save.isBusy}>
              {text('save')}
            </Button>
            <Button onPress={onClose}>{text('cancel')}</Button>
            {item && (
              <span className={styles.remove}>
                <Button look="quiet" onPress={save.remove}>
                  {text('item.remove')}
                </Button>
              </span>
            )}
          </div>
        )}
      </form>
    </Sheet>
  )
}
