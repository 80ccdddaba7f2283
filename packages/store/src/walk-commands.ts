import type { ReadingCorrection } from '@rumoer/contracts'
import type { IssueState, TouchedIssue, WalkCommit } from './store.ts'

/** People's edits of how messages stand together and are read; the owner applies them between two batches. */
export type WalkCommand =
  | { id: number; type: 'merge'; into: string; issues: readonly string[]; by: string | null; at: Date }
  | { id: number; type: 'split'; issue: string; messages: readonly string[]; newIssue: string; by: string | null; at: Date }
  | { id: number; type: 'correct'; message: string; correction: ReadingCorrection; by: string | null; at: Date }
  | { id: number; type: 'withdraw'; message: string; by: string | null; at: Date }
  | { id: number; type: 'move'; issue: string; messages: readonly string[]; into: string; by: string | null; at: Date }
  | { id: number; type: 'undo'; regrouping: number; by: string | null; at: Date }
  | { id: number; type: 'relocate'; at: Date; by: string | null }
export type WalkCommandInput =
  | { type: 'merge'; into: string; issues: readonly string[]; by: string | null }
  | { type: 'split'; issue: string; messages: readonly string[]; newIssue: string; by: string | null }
  | { type: 'correct'; message: string; correction: ReadingCorrection; by: string | null }
  | { type: 'withdraw'; message: string; by: string | null }
  | { type: 'move'; issue: string; messages: readonly string[]; into: string; by: string | null }
  | { type: 'undo'; regrouping: number; by: string | null }
  | { type: 'relocate'; by: string | null }
export type CommandEffect = { error: string; now: Date } | MovedEffect
export type MovedEffect = {
  moved: readonly { messageId: string; issueId: string }[]
  opened: WalkCommit['opened']
  touched: readonly TouchedIssue[]
  states: readonly IssueState[]
  retired: readonly string[]
  /** For merges: each swallowed issue and where it went. */
  mergedInto: readonly { id: string; into: string; wereApart: boolean }[]
  /** For moves: people had said before that the two issues are not one. */
  wereApart?: boolean
  now: Date
}
/** A merge (`other` went into `kept`), a split (`other` came out of `kept`) or a move (of messages from `kept` to `other`) that may be undone. */
export type Regrouping = {
  id: number
  type: 'merge' | 'split' | 'move'
  kept: string
  other: string
  by: string | null
  messages: readonly string[]
  wasOpen: boolean
  wereApart: boolean
  /** Why it cannot be undone now; null when it can. */
  refusal: string | null
}
/** A merge that the machine decided on; `why` in Dutch, for the timeline. */
export type Repair = { into: string; why: string }
