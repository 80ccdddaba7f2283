import { type FormEvent, useState } from 'react'
import type { Column } from '../../lib/columns.ts'
import { dropEmpty } from '../../lib/issue-filter.ts'
import { useText } from '../../lib/text.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import styles from './column-sheet.module.css'
import { IssueFields } from './issue-fields.tsx'

type Props = { column: Column; onSave: (column: Column) => void; onClose: () => void }

/** What one column asks for, and what it is called. */
export function ColumnSheet({ column, onSave, onClose }: Props) {
  const text = useText()
  const [name, setName] = useState(column.name ?? '')
  const [filter, setFilter] = useState(column.filter)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const q = filter.q?.trim()
    onSave({ ...(name.trim() ? { name: name.trim() } : {}), filter: dropEmpty({ ...filter, q: q || undefined }) })
  }
  return (
    <Sheet title={text('columns.edit')} isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={save}>
        <TextInput
          label={text('columns.name')}
          hint={text('columns.name.hint')}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.target.value)}
        />
        <TextInput
          label={text('desk.search')}
          type="search"
          value={filter.q ?? ''}
          maxLength={200}
          onChange={(event) => setFilter({ ...filter, q: event.target.value })}
        />
        <div className={styles.fields}>
          <IssueFields filter={filter} onChange={setFilter} />
        </div>
        <div className={styles.buttons}>
          <Button type="submit" look="primary">
            {text('save')}
          </Button>
          <Button onPress={onClose}>{text('cancel')}</Button>
        </div>
      </form>
    </Sheet>
  )
}
