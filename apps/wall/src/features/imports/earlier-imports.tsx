import type { FileImport } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { momentText } from '../../lib/dates.ts'
import { countText } from '../../lib/numbers.ts'
import { useLocale, useText } from '../../lib/text.ts'
import { type Column, TwinTable } from '../../ui/twin-table.tsx'
import { importsQuery } from './import-queries.ts'
import styles from './imports.module.css'

/** Files that were sent before, newest first. */
export function EarlierImports() {
  const text = useText()
  const locale = useLocale()
  const { data } = useQuery(importsQuery)
  if (!data || data.length === 0) return null
  const status = ({ status, share }: FileImport) => text(`imports.status.${status}`, { percent: Math.floor(share * 100) })
  const moment = ({ createdAt }: FileImport) => momentText(createdAt, Date.now(), locale)
  const columns: Column<FileImport>[] = [
    {
      id: 'file',
      name: text('imports.column.file'),
      cell: ({ id, fileName }) => (
        <Link to="/bronnen/inlezen/$id" params={{ id }}>
          {fileName}
        </Link>
      ),
      text: ({ fileName }) => fileName,
    },
    { id: 'source', name: text('imports.column.source'), cell: ({ source }) => source.name, text: ({ source }) => source.name },
    { id: 'when', name: text('imports.column.when'), cell: moment, text: moment },
    { id: 'status', name: text('imports.column.status'), cell: status, text: status },
    {
      id: 'new',
      name: text('imports.column.new'),
      numeric: true,
      cell: ({ accepted }) => countText(accepted, locale),
      text: ({ accepted }) => accepted,
    },
    {
      id: 'refused',
      name: text('imports.column.refused'),
      numeric: true,
      cell: ({ rejected }) => countText(rejected, locale),
      text: ({ rejected }) => rejected,
    },
  ]
  return (
    <section className={styles.part} aria-labelledby="earlier-imports">
      <h2 id="earlier-imports">{text('imports.earlier')}</h2>
      <TwinTable caption={text('imports.earlier')} columns={columns} rows={data} rowKey={({ id }) => id} />
    </section>
  )
}
