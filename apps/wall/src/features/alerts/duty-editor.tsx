import type { DutyHours } from '@rumoer/contracts'
import { Plus, Trash2 } from 'lucide-react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import fields from '../../ui/field.module.css'
import { TextInput } from '../../ui/text-input.tsx'
import { WEEKDAYS } from './rule-words.ts'
import styles from './rules.module.css'

const OFFICE: DutyHours = { days: [1, 2, 3, 4, 5], from: '08:30', to: '17:00' }
type Props = { name: string; shifts: readonly DutyHours[]; onChange: (shifts: DutyHours[]) => void }

/** When a person is on call: shifts of days and hours; none is always. A shift keeps at least one day. */
export function DutyEditor({ name, shifts, onChange }: Props) {
  const text = useText()
  return (
    <div className={styles.shifts}>
      {shifts.length === 0 && <p className={styles.soft}>{text('rule.duty.always')}</p>}
      {shifts.map((shift, at) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: a shift is its place in the list
          key={at}
          className={styles.shift}
        >
          <legend className="visually-hidden">{text('rule.duty.shift', { number: at + 1, name })}</legend>
          <ToggleButtonGroup
            className={fields.checks ?? ''}
            aria-label={text('rule.duty.days')}
            selectionMode="multiple"
            disallowEmptySelection
            selectedKeys={shift.days}
            onSelectionChange={(keys) => onChange(shifts.with(at, { ...shift, days: WEEKDAYS.filter((day) => keys.has(day)) }))}
          >
            {WEEKDAYS.map((day) => (
              <ToggleButton key={day} id={day} className={fields.check ?? ''}>
                {text(`rule.day.${day}`)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          {(['from', 'to'] as const).map((edge) => (
            <TextInput
              key={edge}
              label={text(`rule.duty.${edge}`)}
              type="time"
              required
              value={shift[edge]}
              onChange={(event) => onChange(shifts.with(at, { ...shift, [edge]: event.target.value }))}
            />
          ))}
          <Button
            small
            look="quiet"
            aria-label={text('rule.duty.remove', { number: at + 1, name })}
            onPress={() => onChange(shifts.toSpliced(at, 1))}
          >
            <Trash2 aria-hidden="true" />
          </Button>
        </fieldset>
      ))}
      <div className={styles.buttons}>
        <Button small aria-label={text('rule.duty.addFor', { name })} onPress={() => onChange([...shifts, OFFICE])}>
          <Plus aria-hidden="true" /> {text('rule.duty.add')}
        </Button>
      </div>
    </div>
  )
}
