import type {
  Area,
  Collection,
  ContentItem,
  ContentItemPatch,
  Issue,
  IssueQuery,
  Level,
  Message,
  Municipality,
  NewContentItem,
  PlaceName,
  Reading,
  ReportQuery,
  ReputationReport,
  RuleFilter,
  StreamEvent,
  Summary,
  Timeline,
  TimelineEntry,
} from '@rumoer/contracts'

import type { AccessQuestions, AuditQuestions } from './access-questions.ts'
import type { AlertQuestions, RuleQuestions } from './alert-questions.ts'
import type { ConnectionQuestions } from './connection-questions.ts'
import type { CrisisQuestions } from './crisis-questions.ts'
import type { DeliveryQuestions } from './delivery-questions.ts'
import type { HandoverQuestions } from './handover-questions.ts'
import type { HouseStyleQuestions } from './house-styles.ts'
import type { ImportQuestions } from './import-questions.ts'
import type { MapQuestions } from './map-questions.ts'
import type { MessageQuestions } from './message-questions.ts'
import type { PublicReportQuestions } from './public-report-questions.ts'
import type { ScreenQuestions } from './screen-questions.ts'
import type { SignalQuestions } from './signal-questions.ts'
import type { SourceQuestions, SourceRow } from './source-questions.ts'
import type { HealthQuestions, ReplayQuestions, RetentionQuestions } from './upkeep-questions.ts'
import type { ViewQuestions } from './view-questions.ts'
import type { CommandEffect, MovedEffect, Regrouping, Repair, WalkCommand, WalkCommandInput } from './walk-commands.ts'

export type { AccessQuestions, AuditQuestions, Principal } from './access-questions.ts'
export type {
  AlertEpisode,
  AlertInput,
  AlertOutcome,
  AlertQuestions,
  PastIssue,
  PastMessage,
  RuleQuestions,
  StoredRule,
} from './alert-questions.ts'
export type { BackfillJob, ClaimedSource, Connection, ConnectionQuestions, Progress, Settings } from './connection-questions.ts'
export type { CrisisQuestions } from './crisis-questions.ts'
export type { DeliveryInput, DeliveryQuestions, Digest, DueDelivery } from './delivery-questions.ts'
export type { HandoverChange, HandoverFilter, HandoverInput, HandoverQuestions } from './handover-questions.ts'
export type { ImportAdvance, ImportJob, ImportQuestions } from './import-questions.ts'
export type { MapQuestions } from './map-questions.ts'
export type { Lesson, MessageQuestions, StoredQuestion } from './message-questions.ts'
export type { PublicReport, PublicReportQuestions } from './public-report-questions.ts'
export type { ScreenQuestions } from './screen-questions.ts'
export type { OpenSignal, SignalQuestions } from './signal-questions.ts'
export type { CategoryMap, SourceQuestions, SourceRow } from './source-questions.ts'
export type { HealthQuestions, ReplayQuestions, RetentionQuestions } from './upkeep-questions.ts'
export type { ViewQuestions } from './view-questions.ts'
export type { CommandEffect, MovedEffect, Regrouping, Repair, WalkCommand, WalkCommandInput } from './walk-commands.ts'

/** The named questions that the rest of the house may ask; the only way to the database. Instants are `Date`, ids are UUID text. */
export type Store = {
  /** `owner`: embedded and ours; `guest`: embedded, another process runs it; `server`: a PostgreSQL of its own. */
  readonly mode: 'owner' | 'guest' | 'server'
  readonly municipalities: MunicipalityQuestions
  readonly areas: AreaQuestions
  readonly sources: SourceQuestions
  readonly connections: ConnectionQuestions
  readonly imports: ImportQuestions
  readonly inbox: InboxQuestions
  readonly walk: WalkQuestions
  readonly messages: MessageQuestions
  readonly issues: IssueQuestions
  readonly alerts: AlertQuestions
  readonly rules: RuleQuestions
  readonly deliveries: DeliveryQuestions
  readonly signals: SignalQuestions
  readonly counts: CountQuestions
  readonly map: MapQuestions
  readonly events: EventQuestions
  readonly planning: PlanningQuestions
  readonly handovers: HandoverQuestions
  readonly crises: CrisisQuestions
  readonly reports: ReportQuestions
  readonly publicReports: PublicReportQuestions
  readonly houseStyles: HouseStyleQuestions
  readonly access: AccessQuestions
  readonly screens: ScreenQuestions
  readonly views: ViewQuestions
  readonly audit: AuditQuestions
  readonly replays: ReplayQuestions
  readonly retention: RetentionQuestions
  readonly health: HealthQuestions
  /** Every row of one moment as lines, for `restoreStore`; sessions and sign-in links stay out. Answers the number of rows. */
  backup(write: (line: string) => Promise<void>, now: Date): Promise<number>
  close(): Promise<void>
}

export type MunicipalityQuestions = {
  /** Throws a `ConflictError` when a municipality with the code exists already (replays excepted). */
  add(input: { code: string; name: string; demo?: boolean; now: Date }): Promise<Municipality>
  /** All tenants that are not replays, oldest first. */
  list(): Promise<Municipality[]>
  byId(id: number): Promise<Municipality | null>
  byCode(code: string): Promise<Municipality | null>
}

export type AreaQuestions = {
  list(municipalityId: number, options?: { geometry?: boolean }): Promise<Area[]>
  /** Inserts or replaces by code, in one transaction, and appends an `areas.changed` event. */
  importAll(municipalityId: number, areas: readonly Area[], now: Date): Promise<{ areas: number }>
  places(municipalityId: number): Promise<PlaceName[]>
  importPlaces(municipalityId: number, places: readonly PlaceName[]): Promise<void>
  /** Changes whenever areas or places change: walkers reload their gazetteer when it differs. */
  version(municipalityId: number): Promise<number>
}

/** One accepted message on its way into the inbox. Buffers are keyed hashes; `payload` is masked already. */
export type InboxItem = {
  /** Proposed id of a new message; a known message keeps its own. */
  messageId: string
  sourceId: string
  externalKey: Buffer
  contentHash: Buffer
  updatedAt: Date | null
  payload: InboxPayload
  sealed: { bytes: Buffer; expiresAt: Date } | null
}
/** What the inbox holds of a message: cleaned, masked, without handles. */
export type InboxPayload = Pick<
  Message,
  'externalId' | 'kind' | 'channel' | 'text' | 'language' | 'location' | 'givenAreaCode' | 'givenCategory' | 'voice' | 'reach'
> & {
  createdAt: string
  closedAt: string | null
}
export type AcceptOutcome = { messageId: string; outcome: 'accepted' | 'updated' | 'duplicate'; seq: number | null }
export type WaitingMessage = { seq: number; revision: number; message: Message }
export type SetAside = { id: number; messageId: string; error: string; at: Date; attempts: number }

export type InboxQuestions = {
  /**
   * Makes a batch durable in one transaction, in order, and answers per item. Takes the municipality's counter row first, so that inbox `seq`
   * and `receivedAt` follow commit order (receivedAt strictly rises by at least a microsecond). Same (source, externalKey): same content hash,
   * or an older `updatedAt`, is a `duplicate`; otherwise `updated` with the next revision.
   */
  accept(municipalityId: number, items: readonly InboxItem[], now: Date): Promise<AcceptOutcome[]>
  /**
   * Per item the message that says the same already, or null: one that another source of the same kind brought under this external key, or any
   * source of the kind, in the last 30 days, under another key with the same content.
   */
  broughtElsewhere(source: Pick<SourceRow, 'id' | 'municipalityId' | 'kind'>, items: readonly InboxItem[]): Promise<(string | null)[]>
  /** Oldest waiting messages, in `seq` order, behind `afterSeq` where it is given. */
  waiting(municipalityId: number, limit: number, afterSeq?: number): Promise<WaitingMessage[]>
  /** How many wait; cheap (an estimate is not enough). */
  count(municipalityId: number): Promise<number>
  /** Highest inbox seq handed out so far; with `drained` it tells a waiting import that its last row was placed or set aside. */
  lastSeq(municipalityId: number): Promise<number>
  drained(municipalityId: number, uptoSeq: number): Promise<boolean>
  setAside(municipalityId: number, seq: number, error: string, now: Date): Promise<void>
  listSetAside(municipalityId: number): Promise<SetAside[]>
  /** Puts set-aside messages back at the end of the inbox; answers how many. */
  retrySetAside(municipalityId: number, now: Date, ids?: readonly number[]): Promise<number>
}

/** Proof of being the one walker of a municipality; every commit checks that its epoch is still the present one. */
export type Ownership = { municipalityId: number; epoch: number; release(): Promise<void>; readonly lost: AbortSignal }

/** One walked message with all that it changes. */
export type WalkedMessage = {
  seq: number
  message: Message
  reading: Reading
  /** Aimed sentiment where known, else expressed: what issues, areas and reports count. */
  mood: 'negative' | 'neutral' | 'positive'
  areaCode: string | null
  issueId: string
  /** Whether this message may count as a voice (articles and reposts never do). */
  countsAsVoice: boolean
}
/** The clusterer's own memory of one open issue, opaque to the store. */
export type IssueState = { issueId: string; state: unknown }
export type WalkCommit = {
  walked: readonly WalkedMessage[]
  /** Issues opened by this batch, with what only the walker knows. */
  opened: readonly { id: string; title: string; category: { main: string; sub: string }; firstAt: Date }[]
  /** New title, keywords, line … of every touched issue (heat and level are the sweep's, a new issue starts calm with heat 0); counters (messages, voices, channels, sentiment, areas) the store counts itself. */
  touched: readonly TouchedIssue[]
  states: readonly IssueState[]
  retired: readonly string[]
  now: Date
}
export type TouchedIssue = {
  id: string
  title: string
  keywords: readonly string[]
  category: { main: string; sub: string }
  line: readonly number[]
  lineEndsAt: Date
  lastAt: Date
}
export type WalkQuestions = {
  /** Becomes the one walker: an advisory lock on PostgreSQL, the process's own mutex when embedded. Null when another has it, or for a guest. */
  own(municipalityId: number): Promise<Ownership | null>
  /** For a replay tenant that this very process created: no one else walks it. */
  ownReplay(municipalityId: number): Promise<Ownership>
  /** States of all issues that are not retired, oldest issue first. */
  states(municipalityId: number): Promise<IssueState[]>
  /** Previous placement of these messages, for revisions. */
  placed(municipalityId: number, messageIds: readonly string[]): Promise<{ messageId: string; issueId: string }[]>
  /**
   * One transaction: messages (insert or new revision), readings, placements, issue rows and counters, hourly counts, states, stream events,
   * and the removal of the inbox rows. Answers the events appended. Throws `OwnershipLostError` when the epoch is no longer ours.
   */
  commit(ownership: Ownership, commit: WalkCommit): Promise<{ lastSeq: number; events: number }>
  /** Gives stored messages another smallest area (null: none) and recounts hourly counts and issues; used after areas were imported. */
  relocate(
    ownership: Ownership,
    moves: readonly { messageId: string; areaCode: string | null; areas: Reading['areas'] }[],
    now: Date,
  ): Promise<void>
  addCommand(municipalityId: number, command: WalkCommandInput, now: Date): Promise<number>
  commands(municipalityId: number): Promise<WalkCommand[]>
  /** Applies a finished command in one transaction: moves messages, recounts the issues, logs it, appends events. */
  commitCommand(ownership: Ownership, command: WalkCommand, effect: CommandEffect): Promise<void>
  /** Makes a merge that the machine decided on, in one transaction, with its reason on both timelines. */
  repair(ownership: Ownership, repair: Repair, effect: MovedEffect): Promise<void>
  /** A merge or split as it stands now; null when there is none of that number. */
  regrouping(municipalityId: number, id: number): Promise<Regrouping | null>
  /** Result of a command once applied, null while waiting. */
  commandResult(municipalityId: number, id: number): Promise<{ ok: boolean; error: string | null } | null>
}

export type IssueChange = {
  status?: Issue['status']
  assignee?: string | null
  muted?: { until: Date | 'escalates'; reason: string } | null
  title?: string
  by: string | null
  now: Date
}
/** What the sweep decided about one issue. */
export type IssueJudgement = {
  issueId: string
  level: Level
  /** Since when rules give it more than calm, and less than its level. */
  risenAt: Date | null
  belowSince: Date | null
  /** It deserves more than people saw and were told: ends a mute until it escalates. */
  escalates: boolean
  heat: number
  why: string | null
  timesNormal: number | null
  line: readonly number[]
  lineEndsAt: Date
  now: Date
}
export type IssueActivity = {
  issueId: string
  title: string
  level: Level
  levelSince: Date
  risenAt: Date | null
  belowSince: Date | null
  status: Issue['status']
  areaCode: string | null
  category: string
  mutedUntil: Date | 'escalates' | null
  /** Voices of the day before it was muted until it escalates. */
  mutedVoices: number | null
  heat: number
  why: string | null
  /** Messages and independent voices per hour over the last `hours`, oldest first; last entry ends at `now`. */
  messagesPerHour: number[]
  /** Totals over the trailing windows of 1, 6, 24 and 168 hours. */
  windows: readonly CountedWindow[]
  messages: number
  voices: number
  channels: number
  openMeldingen: number
  lastAt: Date
}
export type CountedWindow = { hours: number; messages: number; voices: number; channels: number; negative: number }
/** A message of an independent voice that is urgent or a rumour, with the words that led to it. */
export type SpokenWords = { at: Date; voice: string | null; urgentWords: string[]; rumourWords: string[] }
/** What a rule counts of an issue: windows after its filter; of the last 24 hours the share that is urgent, and who said what, oldest first. */
export type FilteredCount = { windows: readonly CountedWindow[]; urgentShare: number; mentions: readonly SpokenWords[] }
export type IssueQuestions = {
  search(municipalityId: number, query: IssueQuery): Promise<Collection<Issue>>
  byId(municipalityId: number, id: string): Promise<Issue | null>
  timeline(municipalityId: number, id: string): Promise<(Omit<Timeline, 'hours'> & { hours: { at: string; messages: number }[] }) | null>
  change(municipalityId: number, id: string, change: IssueChange): Promise<Issue | null>
  note(municipalityId: number, id: string, note: { text: string; at: Date; by: string | null; now: Date }): Promise<TimelineEntry | null>
  /** Issues with a message in the last `sinceHours`, or a level above calm: what the sweep looks at. */
  active(municipalityId: number, now: Date, sinceHours: number): Promise<IssueActivity[]>
  /** The same of one issue, however silent; null when unknown. */
  activity(municipalityId: number, id: string, now: Date): Promise<IssueActivity | null>
  /** Messages of these issues that pass a filter, in the windows of `IssueActivity`; issues without any are absent. */
  counted(municipalityId: number, issueIds: readonly string[], filter: RuleFilter, now: Date): Promise<Map<string, FilteredCount>>
  /** Writes levels, heat and reasons of the sweep; appends `issue.changed` and a timeline entry only where something differs. */
  judge(ownership: Ownership, judgements: readonly IssueJudgement[]): Promise<void>
  /** Resolves issues whose meldingen are all closed and brings back resolved ones with a new message; answers how many (at most 1,000 of each a time). */
  settle(ownership: Ownership, now: Date): Promise<number>
  /** Recounts messages, voices, channels, mood and open meldingen from the messages themselves; answers issues whose stored counters differ. */
  recount(municipalityId: number): Promise<{ issueId: string; field: string; stored: number; counted: number }[]>
}

export type CountQuestions = {
  /** The head and the map of the wall, as one snapshot. `expectedLastHour` is null here: the caller knows the normal. */
  summary(municipalityId: number, now: Date): Promise<Summary>
  /** Messages per hour of one area (all levels are counted) and main category (null: all), hours without messages are absent. */
  hourly(
    municipalityId: number,
    filter: { areaCode: string | null; category: string | null; from: Date; to: Date },
  ): Promise<{ hourAt: Date; messages: number }[]>
  /** Totals per buurt × main category × hour-of-week (0 = Monday 00:00 Amsterdam) before `to`: the normal that bursts are judged against. */
  profile(
    municipalityId: number,
    range: { from: Date; to: Date },
  ): Promise<{ areaCode: string | null; category: string; hourOfWeek: number; messages: number }[]>
  /** First hour with any message; null for an empty municipality. */
  firstHour(municipalityId: number): Promise<Date | null>
}

export type StoredEvent = { seq: number; at: string; type: StreamEvent['type']; data: unknown }
export type EventQuestions = {
  seq(municipalityId: number): Promise<number>
  /** Events with seq > after, at most `limit`, in order; `pruned` true when events after the cursor are gone already. */
  after(municipalityId: number, after: number, limit: number): Promise<{ events: StoredEvent[]; pruned: boolean; seq: number }>
  append(municipalityId: number, events: readonly StreamEvent[], now: Date): Promise<number>
  prune(municipalityId: number, before: Date): Promise<number>
  /** Calls back on a hint that new events may exist (NOTIFY, or the process's own emitter). Hints may be lost: readers poll too. */
  onHint(listener: (municipalityId: number) => void): () => void
}

export type PlanningQuestions = {
  list(municipalityId: number): Promise<Collection<ContentItem>>
  byId(municipalityId: number, id: string): Promise<ContentItem | null>
  add(municipalityId: number, input: NewContentItem & { by: string | null; now: Date }): Promise<ContentItem>
  /** Null when unknown; throws `StaleVersionError` carrying the present item when `version` is not the present one. */
  change(municipalityId: number, id: string, patch: ContentItemPatch & { by: string | null; now: Date }): Promise<ContentItem | null>
  remove(municipalityId: number, id: string, now: Date): Promise<boolean>
}

export type ReportQuestions = {
  /** Every `now` equals the length of the list that its `query` gives on `messages.search`. Labels of themes are category slugs; the caller names them. */
  reputation(municipalityId: number, query: ReportQuery, now: Date): Promise<ReputationReport>
}
