import type { UnsafeColour } from '@rumoer/contracts'
import { useId } from 'react'
import { useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import fields from '../../ui/field.module.css'
import styles from './house-style-page.module.css'

const HEX = /^#[0-9a-f]{6}$/

type Props = { label: string; value: string; unsafe: UnsafeColour | null; onChange: (value: string) => void }

/** One colour, picked or typed; one that cannot be read says so and offers the nearest that can. */
export function ColourField({ label, value, unsafe, onChange }: Props) {
  const text = useText()
  const id = useId()
  const proposal = unsafe?.proposal
  return (
    <div className={fields.field}>
      <label className={fields.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.colour}>
        <input
          type="color"
          id={id}
          value={value}
          aria-invalid={unsafe !== null}
          aria-describedby={unsafe ? `${id}-wrong` : undefined}
          onChange={(event) => HEX.test(event.target.value) && onChange(event.target.value)}
        />
        <code>{value}</code>
      </div>
      {unsafe && (
        <div id={`${id}-wrong`} className={styles.wrong}>
          <span>{text('style.unsafe')}</span>
          {proposal && (
            <Button small onPress={() => onChange(proposal)}>
              <span className={styles.chip} style={{ background: proposal }} aria-hidden="true" />
              {text('style.take', { colour: proposal })}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
