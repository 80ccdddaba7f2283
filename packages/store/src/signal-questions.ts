import type { Collection, Signal, SourceState, WatchedSignal } from '@rumoer/contracts'
import type { Ownership } from './store.ts'

export type OpenSignal = { id: string; kind: Signal['kind']; key: string; signal: Signal; openedAt: Date; seenAt: Date }
export type SignalChanges = {
  opened: readonly { key: string; signal: Signal; places: readonly string[] }[]
  /** Found again, or still above the ordinary; `signal` where it is stronger than what is kept. */
  seen: readonly { id: string; signal?: Signal }[]
  closed: readonly string[]
  now: Date
}

/** What the watches over areas, sources and issues ask, and where their findings are kept. Categories are `main/sub`. */
export type SignalQuestions = {
  open(municipalityId: number): Promise<OpenSignal[]>
  change(ownership: Ownership, changes: SignalChanges): Promise<void>
  /** Newest first. */
  list(
    municipalityId: number,
    query: { kind?: Signal['kind'] | undefined; open?: boolean | undefined; limit: number; cursor?: string | undefined },
  ): Promise<Collection<WatchedSignal>>
  /** Distinct voices per area (gemeente, wijk and buurt) and category, in windows of 1, 6, 24 and 168 hours; series of fewer than three messages are left out. */
  areaActivity(
    municipalityId: number,
    now: Date,
    townCode: string,
  ): Promise<{ areaCode: string; category: string; windows: { hours: number; messages: number; voices: number; channels: number }[] }[]>
  /** As `counts.profile`, per sub category. */
  profile(
    municipalityId: number,
    range: { from: Date; to: Date },
  ): Promise<{ areaCode: string | null; category: string; hourOfWeek: number; messages: number }[]>
  /** Distinct voices per place, category and whole days before `now` (0: the last 24 hours), over so many days. A point is a square of some 280 metres. */
  cases(
    municipalityId: number,
    now: Date,
    options: { days: number; by: 'buurt' | 'point' },
  ): Promise<
    { place: string; areaCode: string | null; lat: number | null; lon: number | null; category: string; daysAgo: number; voices: number }[]
  >
  /** Per buurt, category and Amsterdam day (since 1970): distinct voices, the last day on which its meldingen were closed, and requests to reopen. */
  days(
    municipalityId: number,
    range: { from: Date; to: Date },
  ): Promise<{ areaCode: string; category: string; day: number; voices: number; closedDay: number | null; reopenRequests: number }[]>
  /** Distinct voices per calendar quarter of one area and category. */
  reportersPerQuarter(municipalityId: number, where: { areaCode: string; category: string; from: Date; to: Date }): Promise<number[]>
  /** Issues of a category with messages in an area, newest first. */
  issuesAbout(
    municipalityId: number,
    where: { areaCode: string; category: string; from: Date; to: Date; limit: number },
  ): Promise<{ id: string; title: string; voices: number }[]>
  /** When each message was written, of issues of three messages and more with one in the range. */
  issueTimes(municipalityId: number, range: { from: Date; to: Date }): Promise<{ issueId: string; at: Date }[]>
  /**
   * Messages per buurt and wijk, and of the whole municipality (null), in windows that end now and in the same windows of earlier weeks, most recent
   * first, for as long as the municipality has been telling. Areas that told nothing in all that time are left out.
   */
  areaRhythm(
    municipalityId: number,
    now: Date,
    windowHours: number,
  ): Promise<{ areaCode: string | null; observed: number; earlier: number[] }[]>
  /** Messages per source in the last 24 hours and in the same hours of earlier weeks, most recent first, for as long as it has been telling. */
  sourceRhythm(
    municipalityId: number,
    now: Date,
  ): Promise<{ sourceId: string; name: string; state: SourceState; observed: number; earlier: number[] }[]>
}
