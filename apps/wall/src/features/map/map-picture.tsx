import type { Area } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { MapSearch, Measure } from '../../lib/map-search.ts'
import { mapPointsQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useText } from '../../lib/text.ts'
import { Choropleth } from '../../map/choropleth.tsx'
import { type AreaValue, shadesOf } from './area-values.ts'
import { MapKey } from './map-key.tsx'
import styles from './map-page.module.css'
import { shadeFill } from './shade-fill.ts'
import { useValueWords } from './use-value-words.ts'

const WIDTH = 720
const HEIGHT = 430

type Props = {
  values: readonly AreaValue[]
  measure: Measure
  zoomed: Area | undefined
  step: number | null
  search: MapSearch
  title: string
}

export function MapPicture({ values, measure, zoomed, step, search, title }: Props) {
  const text = useText()
  const navigate = useNavigate()
  const words = useValueWords()
  const query = mapPointsQuery(useReplayId(), {
    area: zoomed?.code ?? '',
    span: search.periode ?? 'day',
    step: step ?? undefined,
    category: search.onderwerp,
  })
  const { data: points } = useQuery({ ...query, enabled: zoomed !== undefined })
  const { edges, shadeOf } = useMemo(() => shadesOf(values, measure), [values, measure])
  const byCode = new Map(values.map((value) => [value.area.code, value]))
  const areas = useMemo(() => values.map(({ area }) => area), [values])
  const spots = (zoomed && points ? points.items : []).map(({ lat, lon, messages, sentiment }) => ({
    lat,
    lon,
    messages,
    color: `var(--${sentiment})`,
    label: `${text('messages.count', { count: messages })}, ${text(`sentiment.${sentiment}`)}`,
  }))
  return (
    <figure className={styles.figure}>
      <Choropleth
        title={title}
        areas={areas}
        width={WIDTH}
        height={HEIGHT}
        fillOf={(code) => shadeFill(measure, byCode.has(code) ? shadeOf(byCode.get(code)!) : null)}
        labelOf={(code) => {
          const value = byCode.get(code)
          return value ? `${value.area.name}: ${words(value, measure)}` : code
        }}
        spots={spots}
        onSelect={(code) => void navigate({ to: '/kaart', search: (before) => ({ ...before, gebied: code }) })}
      />
      <MapKey measure={measure} edges={edges} hasUnknown={values.some((value) => shadeOf(value) === null)} />
    </figure>
  )
}
