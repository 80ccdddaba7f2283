import type { Issue } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { smallest, useAreas } from '../../lib/names.ts'
import { areasQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useText } from '../../lib/text.ts'
import { AreaMap } from '../../map/area-map.tsx'
import { Empty } from '../../ui/panel-state.tsx'
import { TwinTable } from '../../ui/twin-table.tsx'
import { useMessageCounts } from './count-messages.ts'
import styles from './issue-tabs.module.css'

const MOST = 24

/** Where the messages of this issue are about, on the map and in a table. */
export function PlaceTab({ issue }: { issue: Issue }) {
  const text = useText()
  const replay = useReplayId()
  const names = useAreas(replay)
  const { data: areas = [] } = useQuery(areasQuery(replay))
  const codes = smallest(issue.areaCodes).slice(0, MOST)
  const counted = useMessageCounts(
    replay,
    codes.map((area) => ({ issue: issue.id, area })),
  )
  if (codes.length === 0) return <Empty title={text('place.none.title')}>{text('place.none.body')}</Empty>
  const rows = codes
    .map((code, at) => ({ code, name: names.get(code)?.name ?? code, messages: counted[at] ?? null }))
    .sort((a, b) => (b.messages ?? 0) - (a.messages ?? 0))
  const counts = new Map(rows.map((row) => [row.code, { code: row.code, messages: row.messages ?? 0, issues: 1, level: issue.level }]))
  return (
    <div className={styles.columns}>
      <AreaMap areas={areas} counts={counts} width={520} height={380} />
      <TwinTable
        caption={text('place.caption')}
        rows={rows}
        rowKey={(row) => row.code}
        columns={[
          { id: 'name', name: text('filter.area'), cell: (row) => row.name, text: (row) => row.name },
          {
            id: 'messages',
            name: text('nav.messages'),
            numeric: true,
            cell: (row) => (
              <Link to="/berichten" search={{ issue: issue.id, area: row.code }}>
                {row.messages ?? '…'}
              </Link>
            ),
            text: (row) => row.messages,
          },
        ]}
      />
    </div>
  )
}
