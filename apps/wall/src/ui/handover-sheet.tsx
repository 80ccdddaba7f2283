import { HANDOVER_KINDS, type HandoverKind, type HandoverWithLink, type MessageOut } from '@rumoer/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { request } from '../lib/api.ts'
import { useClock } from '../lib/clock.tsx'
import { dayOf } from '../lib/dates.ts'
import { bodyOf, draftOf, type HandoverDraft, suggestedKinds } from '../lib/handover-draft.ts'
import { sessionQuery, taxonomyQuery } from '../lib/queries.ts'
import { useText } from '../lib/text.ts'
import { announce } from './announcer.tsx'
import { Button } from './button.tsx'
import fields from './field.module.css'
import { HandoverFields } from './handover-fields.tsx'
import { HandoverLink } from './handover-link.tsx'
import styles from './handovers.module.css'
import { Sheet } from './sheet.tsx'

type Props = { message: MessageOut | null; issue: string | null; kinds?: readonly HandoverKind[]; onClose: () => void }

/** Hands one message, or an issue, over to all whom it concerns at once. */
export function HandoverSheet({ message, issue, kinds, onClose }: Props) {
  const text = useText()
  const today = dayOf(useClock()())
  const { data: taxonomy } = useQuery(taxonomyQuery)
  const { data: session } = useQuery(sessionQuery)
  const first = kinds ?? (message ? suggestedKinds(message) : [])
  const [chosen, setChosen] = useState<readonly HandoverKind[]>(first.length > 0 ? first : ['melding'])
  const [changed, setChanged] = useState<Partial<Record<HandoverKind, HandoverDraft>>>({})
  const about = { message, taxonomy, today, me: session?.user ?? null }
  const drafts = chosen.map((kind) => changed[kind] ?? draftOf(kind, about))
  const { add, made } = useHandOver()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (drafts.length > 0) add.mutate({ message: message?.id ?? null, issue: message ? null : issue, handovers: drafts.map(bodyOf) })
  }
  return (
    <Sheet title={text('handover.title')} isOpen onClose={onClose} wide>
      {made ? (
        <Made made={made} onClose={onClose} />
      ) : (
        <form className={styles.form} onSubmit={submit}>
          <div className={fields.field}>
            <span className={fields.label} id="wat-overdragen">
              {text('handover.what')}
            </span>
            <ToggleButtonGroup
              className={fields.checks ?? ''}
              aria-labelledby="wat-overdragen"
              selectionMode="multiple"
              selectedKeys={chosen}
              onSelectionChange={(keys) => setChosen(HANDOVER_KINDS.filter((kind) => keys.has(kind)))}
            >
              {HANDOVER_KINDS.map((kind) => (
                <ToggleButton key={kind} id={kind} className={fields.check ?? ''}>
                  {text(`handover.kind.${kind}`)}
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
          </div>
          {drafts.map((draft) => (
            <HandoverFields
              key={draft.kind}
              draft={draft}
              message={message}
              onChange={(next) => setChanged({ ...changed, [draft.kind]: next })}
            />
          ))}
          {add.isError && (
            <p role="alert" className={fields.error}>
              {text('handover.failed')}
            </p>
          )}
          <div className={styles.buttons}>
            <Button type="submit" look="primary" isDisabled={add.isPending || drafts.length === 0}>
              {text('handover.go', { count: drafts.length })}
            </Button>
            <Button onPress={onClose}>{text('cancel')}</Button>
          </div>
        </form>
      )}
    </Sheet>
  )
}

function useHandOver() {
  const text = useText()
  const client = useQueryClient()
  const [made, setMade] = useState<HandoverWithLink[] | null>(null)
  const add = useMutation({
    mutationFn: (body: object) => request<{ items: HandoverWithLink[] }>('/handovers', { method: 'POST', body }),
    onSuccess: ({ items }) => {
      setMade(items)
      announce(text('handover.made', { count: items.length }))
      void client.invalidateQueries({ queryKey: [null, 'handovers'] })
      void client.invalidateQueries({ queryKey: [null, 'timeline'] })
    },
  })
  return { add, made }
}

function Made({ made, onClose }: { made: readonly HandoverWithLink[]; onClose: () => void }) {
  const text = useText()
  return (
    <div className={styles.form}>
      <p>{text('handover.made', { count: made.length })}</p>
      {made.map((one) => {
        const said = one.status === 'returned' ? one.history.findLast(({ type }) => type === 'answer') : undefined
        return (
          said && (
            <p key={one.id} role="alert" className={fields.error}>
              {text('handover.refused', { name: one.receiver.name, reason: said.text })}
            </p>
          )
        )
      })}
      {made.map((one) => one.link && <HandoverLink key={one.id} made={{ ...one, link: one.link }} />)}
      <div className={styles.buttons}>
        <Button look="primary" onPress={onClose}>
          {text('close')}
        </Button>
      </div>
    </div>
  )
}
