import type { ReportRow } from '@rumoer/contracts'
import { Link } from '@tanstack/react-router'
import { ChartFrame } from '../../charts/chart-frame.tsx'
import { parseMessageFilter } from '../../lib/message-filter.ts'
import { changeText, countText } from '../../lib/numbers.ts'
import { useLocale, useText } from '../../lib/text.ts'
import type { Column } from '../../ui/twin-table.tsx'
import styles from './report.module.css'

const SHOWN = 12

type Props = {
  kind: 'themes' | 'areas' | 'channels'
  rows: readonly ReportRow[]
  nameOf: (row: ReportRow) => string
  file: string
  isRunning: boolean
}

/** Rows with a bar for now, and the period before beside it. */
export function ComparedRows({ kind, rows, nameOf, file, isRunning }: Props) {
  const text = useText()
  const locale = useLocale()
  const isUnknown = (row: ReportRow) => Number(row.key === 'unknown')
  const sorted = [...rows].sort((a, b) => isUnknown(a) - isUnknown(b) || b.now - a.now || a.key.localeCompare(b.key))
  const top = sorted[0]
  if (!top) return null
  const most = Math.max(1, ...sorted.map((row) => row.now))
  const total = sorted.reduce((sum, row) => sum + row.now, 0)
  const changeColumn: Column<ReportRow> = {
    id: 'change',
    name: text('report.change'),
    numeric: true,
    cell: (row) => changeText(row.now, row.before) ?? text('report.isNew'),
    text: (row) => changeText(row.now, row.before),
  }
  return (
    <ChartFrame
      title={text(`report.${kind}.finding`, { name: nameOf(top), count: top.now })}
      source={text('report.rows.source', { count: countText(total, locale), shown: Math.min(SHOWN, sorted.length), all: sorted.length })}
      fileName={file}
      rows={sorted.slice(0, SHOWN)}
      rowKey={(row) => row.key}
      columns={[
        {
          id: 'name',
          name: text(`report.${kind}`),
          cell: (row) => (
            <span className={styles.barCell}>
              {nameOf(row)}
              <i style={{ width: `${(row.now / most) * 100}%` }} />
            </span>
          ),
          text: nameOf,
        },
        {
          id: 'now',
          name: text('report.now'),
          numeric: true,
          cell: (row) => (
            <Link to="/berichten" search={parseMessageFilter(row.query)}>
              {countText(row.now, locale)}
            </Link>
          ),
          text: (row) => row.now,
        },
        {
          id: 'before',
          name: text('report.before'),
          numeric: true,
          cell: (row) => countText(row.before, locale),
          text: (row) => row.before,
        },
        ...(isRunning ? [] : [changeColumn]),
      ]}
    />
  )
}
