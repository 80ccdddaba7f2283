import type { Outbound } from '../../outbound/outbound.ts'

/** A message that goes out as a report: its masked words and place, and nothing about who wrote it. Category slugs are those of our taxonomy. */
export type Report = {
  text: string
  /** Of the colleague who hands it over. */
  note: string
  /** WGS84 degrees. */
  point: { lat: number; lon: number } | null
  address: string | null
  category: { main: string; sub: string; name: string }
  createdAt: string
}

export type ReportContext<Settings = unknown> = { settings: Settings; report: Report; outbound: Outbound; signal: AbortSignal }
