import type { MapPoint } from '@rumoer/contracts'

type Moods = { negative: number[]; neutral: number[]; positive: number[] }

export type MapQuestions = {
  /** Counts per area of every level and step of `stepMs`, of a main category or of all; areas without a message are absent. */
  series(
    municipalityId: number,
    query: { from: Date; to: Date; stepMs: number; category: string | null },
  ): Promise<ReadonlyMap<string, Moods>>
  /** Messages with a place of their own in an area, taken together per cell; nothing sensitive, special or erased. The busiest first. */
  points(municipalityId: number, query: { area: string; from: Date; to: Date; category: string | null }): Promise<MapPoint[]>
}
