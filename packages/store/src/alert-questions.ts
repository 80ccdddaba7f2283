import type {
  Alert,
  AlertReasons,
  AlertStatus,
  BacktestResult,
  Collection,
  Condition,
  DefaultRule,
  Level,
  RuleDefinition,
  RuleFilter,
  RuleVersion,
} from '@rumoer/contracts'
import type { DeliveryInput } from './delivery-questions.ts'
import type { Ownership } from './store.ts'

export type AlertInput = Omit<Alert, 'id' | 'status' | 'raisedAt' | 'acknowledgedAt' | 'acknowledgedBy' | 'closedAt' | 'examples'> & {
  conditions: readonly Condition[]
  /** Every rule that tells it. */
  toldBy: readonly string[]
  /** Who must hear of it beside the wall; whoever was told already is not told again. */
  receivers: readonly DeliveryInput[]
  now: Date
}
/** What people were told of an issue: highest level since it last was calm, the rules behind its open alert, and its latest alert. */
export type AlertEpisode = { told: Level; openBy: readonly string[] | null; last: { at: Date; level: Level } | null }
export type AlertQuestions = {
  list(municipalityId: number, query: { status?: AlertStatus; issue?: string; limit: number; cursor?: string }): Promise<Collection<Alert>>
  byId(municipalityId: number, id: string): Promise<Alert | null>
  reasons(municipalityId: number, id: string): Promise<AlertReasons | null>
  /**
   * Raises at most one open alert per issue: an open one of a lower level is raised to the new level instead, one that is as high is joined by the
   * rules that did not tell it yet. The store picks three example messages.
   */
  raise(ownership: Ownership, input: AlertInput): Promise<{ alert: Alert; isNew: boolean }>
  change(
    municipalityId: number,
    id: string,
    change: { status: 'acknowledged' | 'closed'; noise?: boolean; by: string | null; now: Date },
  ): Promise<Alert | null>
  open(municipalityId: number): Promise<Alert[]>
  /** Issues that never had an alert are absent. */
  episodes(municipalityId: number, issueIds: readonly string[]): Promise<Map<string, AlertEpisode>>
}

/** A rule with its latest version. */
export type StoredRule = {
  id: string
  version: number
  live: number | null
  definition: RuleDefinition
  updatedAt: string
  updatedBy: string | null
  testedAt: string | null
}
/** What became of one alert of a rule. */
export type AlertOutcome = { ruleId: string; conditions: Condition[]; outcome: 'acted-on' | 'noise' | 'waiting' }
/** A message of the past, as rules count it. `passes` has one entry per filter that was asked for. */
export type PastMessage = {
  issueId: string
  at: Date
  channel: string
  voice: string | null
  countsAsVoice: boolean
  negative: boolean
  urgent: boolean
  isRumour: boolean
  /** What led to that; none where it is not urgent, or no rumour. */
  urgentWords: string[]
  rumourWords: string[]
  /** A melding, with when it was closed; null for other kinds, `closedAt` null while open. */
  melding: { closedAt: Date | null } | null
  passes: boolean[]
}
/** `isNoise`: people called an alert on it noise, or it no issue. */
export type PastIssue = { id: string; title: string; areaCode: string | null; category: string; firstAt: Date; isNoise: boolean }
export type RuleQuestions = {
  /** All that were not removed, oldest first. */
  list(municipalityId: number): Promise<StoredRule[]>
  byId(municipalityId: number, id: string): Promise<StoredRule | null>
  /** Versions in force; a replay has those of its original, without receivers. */
  live(municipalityId: number): Promise<RuleVersion[]>
  /** Changes whenever what `live` answers may have changed. */
  stamp(municipalityId: number): Promise<string>
  /**
   * Gives a municipality those of these rules that it never had, in force at once. One that a person changed stays as it is, one that was removed
   * stays away; a municipality with rules of its own alone, and a replay, are left as they are.
   */
  seed(municipalityId: number, rules: readonly DefaultRule[], now: Date): Promise<void>
  add(municipalityId: number, input: { definition: RuleDefinition; by: string | null; now: Date }): Promise<StoredRule>
  /**
   * A definition that differs is a new version, which is not in force. Null when unknown; throws `StaleVersionError` when `version` is not the
   * present one, `NotTestedError` when a version without a back-test would go live.
   */
  change(
    municipalityId: number,
    id: string,
    change: { version: number; definition?: RuleDefinition; live?: boolean; by: string | null; now: Date },
  ): Promise<StoredRule | null>
  remove(municipalityId: number, id: string, now: Date): Promise<boolean>
  /** Keeps what a back-test of this version found; false when there is no such version. */
  noteBacktest(municipalityId: number, id: string, version: number, result: BacktestResult, now: Date): Promise<boolean>
  /** At most `limit` messages of a stretch of time, oldest first, with the issues that they are in today. */
  history(
    municipalityId: number,
    query: { from: Date; to: Date; filters: readonly RuleFilter[]; limit: number },
  ): Promise<{ messages: PastMessage[]; issues: PastIssue[] }>
  /** Alerts since an instant by the rule that raised them. */
  outcomes(municipalityId: number, since: Date): Promise<AlertOutcome[]>
}
