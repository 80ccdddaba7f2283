import { type ComponentProps, type ReactNode, useId } from 'react'
import styles from './field.module.css'

type Common = { label: string; hint?: string; error?: string | null }

function Frame({ label, hint, error, children }: Common & { children: (id: string, describedBy: string | undefined) => ReactNode }) {
  const id = useId()
  const note = error ?? hint
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children(id, note ? `${id}-note` : undefined)}
      {note && (
        <span id={`${id}-note`} className={error ? styles.error : styles.hint}>
          {note}
        </span>
      )}
    </div>
  )
}

export function TextInput({ label, hint, error, ...rest }: Common & ComponentProps<'input'>) {
  return (
    <Frame label={label} hint={hint} error={error}>
      {(id, describedBy) => (
        <input {...rest} id={id} aria-describedby={describedBy} aria-invalid={Boolean(error)} className={styles.input} />
      )}
    </Frame>
  )
}

export function TextArea({ label, hint, error, ...rest }: Common & ComponentProps<'textarea'>) {
  return (
    <Frame label={label} hint={hint} error={error}>
      {(id, describedBy) => (
        <textarea {...rest} id={id} aria-describedby={describedBy} aria-invalid={Boolean(error)} className={styles.input} />
      )}
    </Frame>
  )
}
