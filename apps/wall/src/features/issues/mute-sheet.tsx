import { type FormEvent, useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useClock } from '../../lib/clock.tsx'
import { tomorrowMorning } from '../../lib/dates.ts'
import { useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import fields from '../../ui/field.module.css'
import { Sheet } from '../../ui/sheet.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import styles from './issue-actions.module.css'

const HOUR_MS = 3_600_000
type Props = { isOpen: boolean; onClose: () => void; onMute: (until: string, reason: string) => void }

/** Mutes for a while, never for ever, and always with a reason. */
export function MuteSheet({ isOpen, onClose, onMute }: Props) {
  const text = useText()
  const read = useClock()
  const [choice, setChoice] = useState('escalates')
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim().length < 3) return
    const until =
      choice === 'hour'
        ? new Date(read() + HOUR_MS).toISOString()
        : choice === 'morning'
          ? tomorrowMorning(read()).toISOString()
          : 'escalates'
    onMute(until, reason.trim())
  }
  return (
    <Sheet title={text('mute.title')} isOpen={isOpen} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <RadioGroup className={styles.group ?? ''} value={choice} onChange={setChoice}>
          <Label className={fields.label}>{text('mute.until')}</Label>
          <div className={styles.choices}>
            {(['escalates', 'hour', 'morning'] as const).map((id) => (
              <Radio key={id} value={id} className={styles.radio ?? ''}>
                {text(`mute.${id}`)}
              </Radio>
            ))}
          </div>
        </RadioGroup>
        <TextInput
          label={text('mute.reason')}
          hint={text('mute.reason.hint')}
          value={reason}
          required
          minLength={3}
          maxLength={200}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className={styles.buttons}>
          <Button type="submit" look="primary">
            {text('mute')}
          </Button>
          <Button onPress={onClose}>{text('cancel')}</Button>
        </div>
      </form>
    </Sheet>
  )
}
