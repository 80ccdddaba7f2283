import { Download, Table2 } from 'lucide-react'
import { type ReactNode, Suspense, useState } from 'react'
import { csvText, saveFile } from '../lib/csv.ts'
import { useText } from '../lib/text.ts'
import { Button } from '../ui/button.tsx'
import { type Column, TwinTable } from '../ui/twin-table.tsx'
import styles from './chart-frame.module.css'

type Props<Row> = {
  /** The finding, as a sentence. */
  title: string
  /** Unit, n, source and period. */
  source: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  fileName: string
  children?: ReactNode
}

/** A chart with its finding as title, its table twin and its CSV. */
export function ChartFrame<Row>(props: Props<Row>) {
  const text = useText()
  const [isTable, setTable] = useState(false)
  const save = () =>
    saveFile(
      `${props.fileName}.csv`,
      csvText(
        props.columns.map((column) => column.name),
        props.rows.map((row) => props.columns.map((column) => column.text(row))),
      ),
    )
  return (
    <section className={styles.frame}>
      <div className={styles.head}>
        <h2 className={styles.title}>{props.title}</h2>
        <div className={styles.tools}>
          {props.children && (
            <Button look="quiet" small aria-pressed={isTable} onPress={() => setTable(!isTable)}>
              <Table2 aria-hidden="true" /> {text(isTable ? 'chart.asChart' : 'chart.asTable')}
            </Button>
          )}
          <Button look="quiet" small aria-label={text('chart.csvOf', { title: props.title })} onPress={save}>
            <Download aria-hidden="true" /> CSV
          </Button>
        </div>
      </div>
      {isTable || !props.children ? (
        <TwinTable caption={props.title} columns={props.columns} rows={props.rows} rowKey={props.rowKey} />
      ) : (
        <Suspense fallback={<div className={styles.wait} aria-busy="true" />}>{props.children}</Suspense>
      )}
      <p className={styles.source}>{props.source}</p>
    </section>
  )
}
