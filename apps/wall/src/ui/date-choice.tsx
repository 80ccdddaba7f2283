import { parseDate } from '@internationalized/date'
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Label,
  Popover,
} from 'react-aria-components'
import styles from './date-choice.module.css'
import fields from './field.module.css'

type Props = { label: string; value: string | null; onChange: (day: string | null) => void }

/** A calendar day such as `2026-11-24`, typed or picked, in the order of the chosen language; null when empty. */
export function DateChoice({ label, value, onChange }: Props) {
  return (
    <DatePicker
      className={fields.field}
      value={value ? parseDate(value) : null}
      onChange={(day) => onChange(day?.toString() ?? null)}
      shouldForceLeadingZeros
    >
      <Label className={fields.label}>{label}</Label>
      <Group className={styles.group ?? ''}>
        <DateInput className={styles.input ?? ''}>
          {(segment) => <DateSegment segment={segment} className={styles.segment ?? ''} />}
        </DateInput>
        <Button className={styles.open ?? ''}>
          <CalendarDays aria-hidden="true" />
        </Button>
      </Group>
      <Popover className={fields.popover ?? ''} offset={4}>
        <Dialog className={styles.dialog ?? ''}>
          <Calendar>
            <header className={styles.head}>
              <Button slot="previous" className={styles.open ?? ''}>
                <ChevronLeft aria-hidden="true" />
              </Button>
              <Heading className={styles.month ?? ''} />
              <Button slot="next" className={styles.open ?? ''}>
                <ChevronRight aria-hidden="true" />
              </Button>
            </header>
            <CalendarGrid className={styles.grid ?? ''}>
              {(date) => <CalendarCell date={date} className={styles.cell ?? ''} />}
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  )
}
