import type { AreaSeries } from '@rumoer/contracts'
import { Link } from '@tanstack/react-router'
import { MEASURES } from '../../lib/map-search.ts'
import { useText } from '../../lib/text.ts'
import { TwinTable } from '../../ui/twin-table.tsx'
import { type AreaValue, measured } from './area-values.ts'
import { useValueWords } from './use-value-words.ts'

type Props = { values: readonly AreaValue[]; steps: AreaSeries['steps']; step: number | null; category: string | undefined }

/** The map as a table: every area with all that the map can show of it. A name looks closer, a count opens its messages. */
export function MapTable({ values, steps, step, category }: Props) {
  const text = useText()
  const words = useValueWords()
  const from = steps[step ?? 0]?.from
  const to = steps[step ?? steps.length - 1]?.to
  const rows = [...values].sort((a, b) => b.messages - a.messages || a.area.name.localeCompare(b.area.name, 'nl'))
  return (
    <TwinTable
      caption={text('mapPage.table')}
      rows={rows}
      rowKey={({ area }) => area.code}
      columns={[
        {
          id: 'name',
          name: text('filter.area'),
          cell: ({ area }) => (
            <Link to="/kaart" search={(before) => ({ ...before, gebied: area.code })}>
              {area.name}
            </Link>
          ),
          text: ({ area }) => area.name,
        },
        ...MEASURES.map((measure) => ({
          id: measure,
          name: text(`mapPage.column.${measure}`),
          numeric: true,
          cell: (value: AreaValue) =>
            measure === 'aantal' && value.messages > 0 ? (
              <Link to="/berichten" search={{ area: value.area.code, from, to, category }}>
                {words(value, measure)}
              </Link>
            ) : (
              words(value, measure)
            ),
          text: (value: AreaValue) => measured(value, measure),
        })),
      ]}
    />
  )
}
