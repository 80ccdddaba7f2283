import { ChevronDown } from 'lucide-react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import type { Option } from './choice.tsx'
import styles from './field.module.css'

type Props = {
  label: string
  options: readonly Option[]
  value: readonly string[]
  /** What is said while nothing is chosen. */
  none: string
  onChange: (value: string[]) => void
}

/** Any number of choices out of a list, in the order of that list; what is chosen and no longer on the list stays. */
export function SeveralChoice({ label, options, value, none, onChange }: Props) {
  const gone = value.filter((id) => !options.some((option) => option.id === id)).map((id) => ({ id, name: id }))
  const offered = [...options, ...gone]
  const names = offered.filter(({ id }) => value.includes(id)).map(({ name }) => name)
  return (
    <Select
      className={styles.field}
      selectionMode="multiple"
      value={[...value]}
      onChange={(keys) => onChange(offered.map(({ id }) => id).filter((id) => keys.includes(id)))}
    >
      <Label className={styles.labelQuiet}>{label}</Label>
      <Button className={styles.trigger} data-chosen={value.length > 0}>
        <SelectValue>{names.length > 0 ? names.join(', ') : none}</SelectValue>
        <ChevronDown aria-hidden="true" />
      </Button>
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox className={styles.list ?? ''} items={offered}>
          {(option) => (
            <ListBoxItem className={`${styles.option} ${styles.optionOfMany}`} id={option.id} textValue={option.name}>
              {option.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
