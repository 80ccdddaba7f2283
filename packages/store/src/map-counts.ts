import { areaChain, type MapPoint, SENSITIVE_CATEGORIES } from '@rumoer/contracts'
import { textArray } from './array-literal.ts'
import type { Database } from './database.ts'
import type { MapQuestions } from './map-questions.ts'

const SERIES = `select c.area_code as "areaCode", floor(extract(epoch from c.hour_at - $2::timestamptz) / $4)::int as step,
    sum(c.negative)::int as negative, sum(c.neutral)::int as neutral, sum(c.positive)::int as positive
  from hourly_counts c
  where c.municipality_id = $1 and c.hour_at >= $2 and c.hour_at < $3 and c.area_code <> '' and ($5::text is null or c.category = $5)
  group by 1, 2`

/** Half a thousandth of a degree: cells of some 55 by 35 metres. */
const CELLS_PER_DEGREE = 2_000
const MOST_POINTS = 2_000
const POINTS = `select round(lat * ${CELLS_PER_DEGREE}) / ${CELLS_PER_DEGREE} as lat, round(lon * ${CELLS_PER_DEGREE}) / ${CELLS_PER_DEGREE} as lon,
    count(*)::int as messages, mode() within group (order by mood) as sentiment,
    mode() within group (order by category_main) as category, mode() within group (order by issue_id) as issue
  from messages
  where municipality_id = $1 and created_at >= $2 and created_at < $3 and substr(area_code, 3) like substr($4, 3) || '%'
    and ($5::text is null or category_main = $5) and category_main <> all($6::text[])
    and lat is not null and lon is not null and erased_at is null and reading -> 'special' is null
  group by 1, 2 order by messages desc, lat, lon limit ${MOST_POINTS}`

type Row = { areaCode: string; step: number; negative: number; neutral: number; positive: number }

export function mapQuestions({ pool }: Database): MapQuestions {
  return {
    async series(municipalityId, { from, to, stepMs, category }) {
      const { rows } = await pool.query<Row>({
        name: 'area-series',
        text: SERIES,
        values: [municipalityId, from, to, stepMs / 1_000, category],
      })
      const steps = Math.round((to.getTime() - from.getTime()) / stepMs)
      const zeros = () => new Array<number>(steps).fill(0)
      const areas = new Map<string, { negative: number[]; neutral: number[]; positive: number[] }>()
      for (const row of rows) {
        for (const code of areaChain(row.areaCode)) {
          const area = areas.get(code) ?? { negative: zeros(), neutral: zeros(), positive: zeros() }
          areas.set(code, area)
          for (const mood of ['negative', 'neutral', 'positive'] as const) area[mood][row.step]! += row[mood]
        }
      }
      return areas
    },
    async points(municipalityId, { area, from, to, category }) {
      const { rows } = await pool.query<MapPoint>({
        name: 'map-points',
        text: POINTS,
        values: [municipalityId, from, to, area, category, textArray(SENSITIVE_CATEGORIES)],
      })
      return rows
    },
  }
}
