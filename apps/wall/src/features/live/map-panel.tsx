import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Map as MapIcon, Table2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useNow } from '../../lib/clock.tsx'
import { areaSignalsQuery, areasQuery, summaryQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useText } from '../../lib/text.ts'
import { AreaMap, smallestAreas } from '../../map/area-map.tsx'
import { Button } from '../../ui/button.tsx'
import { LevelMark } from '../../ui/level-mark.tsx'
import { Empty } from '../../ui/panel-state.tsx'
import { TwinTable } from '../../ui/twin-table.tsx'
import styles from './map-panel.module.css'

/** Where it comes from in the last 24 hours, as a map and as a table. */
export function MapPanel() {
  const text = useText()
  const replay = useReplayId()
  const navigate = useNavigate()
  const { area: selected } = useSearch({ from: '/live/desk/' })
  const { data: areas } = useQuery(areasQuery(replay))
  const { data: summary } = useQuery(summaryQuery(replay))
  const { data: signals } = useQuery(areaSignalsQuery(replay))
  const [isTable, setTable] = useState(false)
  const counts = useMemo(() => new Map(summary?.areas.map((area) => [area.code, area])), [summary?.areas])
  if (!areas || !summary) return null
  const choose = (code: string) =>
    void navigate({ to: '/', search: (before) => ({ ...before, area: before.area === code ? undefined : code }) })
  const Icon = isTable ? MapIcon : Table2
  return (
    <section className={styles.panel} aria-labelledby="waar">
      <div className={styles.head}>
        <h2 id="waar" className={styles.title}>
          {text('map.heading')}
        </h2>
        {areas.length > 0 && (
          <Button look="quiet" small onPress={() => setTable(!isTable)}>
            <Icon aria-hidden="true" /> {text(isTable ? 'map.asMap' : 'chart.asTable')}
          </Button>
        )}
      </div>
      {areas.length === 0 && <Empty title={text('map.empty.title')}>{text('map.empty.body')}</Empty>}
      {areas.length > 0 && !isTable && (
        <AreaMap areas={areas} counts={counts} width={340} height={300} selected={selected} onSelect={choose} />
      )}
      {areas.length > 0 && isTable && <AreaTable />}
      <Link to="/kaart">{text('mapPage.open')}</Link>
      <Link to="/signalen">{text('signals.toPage', { count: signals?.length ?? 0 })}</Link>
    </section>
  )
}

function AreaTable() {
  const text = useText()
  const replay = useReplayId()
  const now = useNow(300_000)
  const { data: areas = [] } = useQuery(areasQuery(replay))
  const { data: summary } = useQuery(summaryQuery(replay))
  const from = new Date(Math.floor(now / 60_000) * 60_000 - 86_400_000).toISOString()
  const counts = new Map(summary?.areas.map((area) => [area.code, area]))
  const rows = smallestAreas(areas)
    .map((area) => ({ name: area.name, code: area.code, messages: 0, issues: 0, level: 'calm' as const, ...counts.get(area.code) }))
    .sort((a, b) => b.messages - a.messages || a.name.localeCompare(b.name, 'nl'))
  return (
    <TwinTable
      caption={text('map.title')}
      rows={rows}
      rowKey={(row) => row.code}
      columns={[
        {
          id: 'name',
          name: text('filter.area'),
          cell: (row) => (
            <Link to="/berichten" search={{ area: row.code, from }}>
              {row.name}
            </Link>
          ),
          text: (row) => row.name,
        },
        { id: 'messages', name: text('map.messages'), numeric: true, cell: (row) => row.messages, text: (row) => row.messages },
        { id: 'issues', name: text('map.issues'), numeric: true, cell: (row) => row.issues, text: (row) => row.issues },
        {
          id: 'level',
          name: text('filter.level'),
          cell: (row) => (
            <span className={styles.level}>
              <LevelMark level={row.level} size={15} /> {text(`level.${row.level}`)}
            </span>
          ),
          text: (row) => row.level,
        },
      ]}
    />
  )
}
