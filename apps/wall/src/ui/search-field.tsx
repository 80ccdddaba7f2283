import { Search } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { useText } from '../lib/text.ts'
import { Button } from './button.tsx'
import fields from './field.module.css'
import styles from './search-field.module.css'

type Props = { id?: string; label: string; value: string; onSearch: (q: string | undefined) => void }

/** A field with its button; an empty search shows everything again. */
export function SearchField({ id: given, label, value, onSearch }: Props) {
  const text = useText()
  const made = useId()
  const id = given ?? made
  const [typed, setTyped] = useState(value)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSearch(typed.trim() || undefined)
  }
  return (
    <search className={styles.search}>
      <form onSubmit={submit}>
        <div className={fields.field}>
          <label className={fields.labelQuiet} htmlFor={id}>
            {label}
          </label>
          <input
            id={id}
            type="search"
            className={`${fields.input} ${styles.input}`}
            value={typed}
            maxLength={200}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <Button type="submit">
          <Search aria-hidden="true" /> {text('messages.search.go')}
        </Button>
      </form>
    </search>
  )
}
