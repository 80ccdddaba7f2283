import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { type Person, peopleQuery } from '../lib/queries.ts'
import { useText } from '../lib/text.ts'
import styles from './field.module.css'

type Props = { label: string; value: Person | null; onChange: (person: Person | null) => void }

/** Finds a colleague; the server searches, so that nobody is out of reach. */
export function PersonSearch({ label, value, onChange }: Props) {
  const text = useText()
  const [typed, setTyped] = useState(value?.name ?? '')
  const asked = useDeferredValue(typed === value?.name ? '' : typed)
  const { data } = useQuery(peopleQuery(asked))
  const people = data?.items ?? []
  return (
    <ComboBox
      className={styles.field}
      items={people}
      inputValue={typed}
      onInputChange={(next) => {
        setTyped(next)
        if (next === '') onChange(null)
      }}
      selectedKey={value?.id ?? null}
      onSelectionChange={(key) => {
        const found = people.find((person) => person.id === key)
        if (!found) return
        setTyped(found.name)
        onChange(found)
      }}
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <Label className={styles.label}>{label}</Label>
      <Input className={styles.input ?? ''} placeholder={text('person.placeholder')} />
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox className={styles.list ?? ''} renderEmptyState={() => <p className={styles.option}>{text('person.none')}</p>}>
          {(person: Person) => (
            <ListBoxItem className={styles.option ?? ''} id={person.id} textValue={person.name}>
              {person.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
