import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Siren } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Checkbox } from 'react-aria-components'
import { may } from '../../lib/access.ts'
import { crisisQuery, sessionQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import fields from '../../ui/field.module.css'
import { Sheet } from '../../ui/sheet.tsx'
import { TextArea } from '../../ui/text-input.tsx'
import styles from './crisis.module.css'
import { useCrisisChanges } from './use-crisis-changes.ts'

/** Starts crisis mode, with a reason. Nothing is shown to who may not, or while one runs. */
export function CrisisButton() {
  const text = useText()
  const replay = useReplayId()
  const { data: session } = useQuery(sessionQuery)
  const { data } = useQuery(crisisQuery)
  const [isOpen, setOpen] = useState(false)
  if (replay !== null || !data || data.crisis || !may(session, 'alerts.work')) return null
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <Siren aria-hidden="true" /> {text('crisis.title')}
      </Button>
      {isOpen && <StartSheet onClose={() => setOpen(false)} />}
    </>
  )
}

function StartSheet({ onClose }: { onClose: () => void }) {
  const text = useText()
  const navigate = useNavigate()
  const { start } = useCrisisChanges()
  const [reason, setReason] = useState('')
  const [freeze, setFreeze] = useState(true)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim().length < 3) return
    start.mutate({ reason: reason.trim(), freeze }, { onSuccess: () => void navigate({ to: '/crisis' }) })
  }
  return (
    <Sheet title={text('crisis.start')} isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <p className={styles.note}>{text('crisis.start.body')}</p>
        <TextArea
          label={text('crisis.reason')}
          hint={text('crisis.reason.hint')}
          error={start.isError ? text('crisis.failed') : null}
          value={reason}
          required
          minLength={3}
          maxLength={300}
          onChange={(event) => setReason(event.target.value)}
        />
        <Checkbox className={fields.check ?? ''} isSelected={freeze} onChange={setFreeze}>
          {text('crisis.freeze')}
        </Checkbox>
        <div className={styles.buttons}>
          <Button type="submit" look="primary" isDisabled={start.isPending}>
            {text('crisis.start')}
          </Button>
          <Button onPress={onClose}>{text('cancel')}</Button>
        </div>
      </form>
    </Sheet>
  )
}
