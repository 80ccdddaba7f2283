import type { Area } from '@rumoer/contracts'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { MapSearch } from '../../lib/map-search.ts'
import { areaSeriesQuery, areasQuery } from '../../lib/queries.ts'
import { useReplayId } from '../../lib/replay.ts'
import { useText } from '../../lib/text.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty, Failed, Loading } from '../../ui/panel-state.tsx'
import { areaValues } from './area-values.ts'
import { MapControls } from './map-controls.tsx'
import styles from './map-page.module.css'
import { MapPicture } from './map-picture.tsx'
import { MapTable } from './map-table.tsx'
import { SpotList } from './spot-list.tsx'
import { StepSlider } from './step-slider.tsx'
import { useFinding } from './use-finding.ts'

/** Where it is: wijken and buurten in shades over time, with their table, and the spots themselves when one area fills the map. */
export function MapPage() {
  const text = useText()
  const replay = useReplayId()
  const search = useSearch({ from: '/live/desk/kaart' })
  const { meet = 'aantal', periode = 'day', stap, gebied, onderwerp } = search
  const areas = useQuery(areasQuery(replay))
  const series = useQuery(areaSeriesQuery(replay, { span: periode, category: onderwerp }))
  const step = stap !== undefined && series.data && stap < series.data.steps.length ? stap : null
  const shown = useMemo(() => (areas.data ? shownAreas(areas.data, search) : []), [areas.data, search])
  const values = useMemo(() => (series.data ? areaValues(series.data, shown, step) : []), [series.data, shown, step])
  const { title, period } = useFinding(values, meet, series.data, step, periode)
  const zoomed = areas.data?.find(({ code }) => code === gebied)
  if (areas.isError || series.isError)
    return <Failed error={areas.error ?? series.error} onRetry={() => void (areas.isError ? areas.refetch() : series.refetch())} />
  if (!areas.data || !series.data) return <Loading lines={8} />
  if (areas.data.length === 0) return <Empty title={text('map.empty.title')}>{text('map.empty.body')}</Empty>
  return (
    <>
      <PageHead title={title} lead={zoomed ? text('mapPage.inside', { name: zoomed.name, period }) : period} />
      <MapControls search={search} />
      <div className={styles.columns}>
        <div className={styles.picture}>
          <MapPicture values={values} measure={meet} zoomed={zoomed} step={step} search={search} title={title} />
          <StepSlider series={series.data} step={step} span={periode} />
        </div>
        <div className={styles.table}>
          <MapTable values={values} steps={series.data.steps} step={step} category={onderwerp} />
          {zoomed && <SpotList area={zoomed.code} search={search} step={step} />}
        </div>
      </div>
    </>
  )
}

/** Wijken or buurten of the gemeente, or what lies in the area that fills the map. */
function shownAreas(areas: readonly Area[], { per = 'buurt', gebied }: MapSearch): Area[] {
  const inside = gebied === undefined ? areas : areas.filter(({ code }) => code.slice(2).startsWith(gebied.slice(2)))
  const wanted = inside.filter(({ level }) => level === (gebied === undefined ? per : 'buurt'))
  return wanted.length > 0 ? wanted : inside.filter(({ level }) => level !== 'gemeente')
}
