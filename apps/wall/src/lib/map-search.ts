import { MAP_SPANS } from '@rumoer/contracts'
import { areaParam, dropEmpty, oneOf, slugParam } from './issue-filter.ts'

export const MEASURES = ['aantal', 'inwoners', 'toon', 'gewoon'] as const
export type Measure = (typeof MEASURES)[number]
const LEVELS = ['wijk', 'buurt'] as const

/** The whole state of the map, as the address holds it. What is left out is the first choice of each. */
export type MapSearch = {
  meet?: Measure
  per?: (typeof LEVELS)[number]
  periode?: (typeof MAP_SPANS)[number]
  /** Which hour or week of the period; left out for the whole of it. */
  stap?: number
  /** Wijk or buurt that fills the map. */
  gebied?: string
  onderwerp?: string
}

const MOST_STEPS = 24

export function parseMapSearch(search: Record<string, unknown>): MapSearch {
  const step = Number(search.stap)
  return dropEmpty({
    meet: oneOf(search.meet, MEASURES) as Measure | undefined,
    per: oneOf(search.per, LEVELS) as MapSearch['per'],
    periode: oneOf(search.periode, MAP_SPANS) as MapSearch['periode'],
    stap: search.stap !== undefined && Number.isInteger(step) && step >= 0 && step < MOST_STEPS ? step : undefined,
    gebied: areaParam(search.gebied),
    onderwerp: slugParam(search.onderwerp),
  })
}
