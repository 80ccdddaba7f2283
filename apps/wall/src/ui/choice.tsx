import { ChevronDown } from 'lucide-react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import styles from './field.module.css'

export type Option = { id: string; name: string }
type Props = {
  label: string
  options: readonly Option[]
  value: string
  onChange: (value: string) => void
  quietLabel?: boolean
  /** The option that means “no choice”; another choice is shown in the accent. */
  neutral?: string
}

/** One choice out of a list. */
export function Choice({ label, options, value, onChange, quietLabel = false, neutral }: Props) {
  return (
    <Select className={styles.field} value={value} onChange={(key) => key !== null && onChange(String(key))}>
      <Label className={quietLabel ? styles.labelQuiet : styles.label}>{label}</Label>
      <Button className={styles.trigger} data-chosen={neutral !== undefined && value !== neutral}>
        <SelectValue />
        <ChevronDown aria-hidden="true" />
      </Button>
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox className={styles.list ?? ''} items={options}>
          {(option) => (
            <ListBoxItem className={styles.option ?? ''} id={option.id} textValue={option.name}>
              {option.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
