import type { ClusterItem } from '@rumoer/analysis/cluster'
import { type Message, smallestArea } from '@rumoer/contracts'
import type { MovedEffect, Ownership, Store } from '@rumoer/store'
import { type Mind, sourceOf } from './mind.ts'
import { touchedIssue } from './pipeline.ts'
import { clusterItem, readMessage } from './read-message.ts'
import type { WalkLog } from './walk-log.ts'

export type CommandOptions = { store: Store; ownership: Ownership; mind: Mind; now: () => Date; log: WalkLog }

export const nothingMoved = (now: Date) => ({ moved: [], opened: [], touched: [], states: [], retired: [], mergedInto: [], now })

/** Puts issues into one in memory, and says what the store must do. */
export function mergeIssues(mind: Mind, command: { into: string; issues: readonly string[] }, now: Date): MovedEffect {
  const others = command.issues.filter((id) => id !== command.into)
  const open = others.filter((id) => mind.index.has(id))
  const mergedInto = others.map((id) => ({ id, into: command.into, wereApart: mind.index.areApart(id, command.into) }))
  mind.index.merge(command.into, open)
  return {
    ...nothingMoved(now),
    retired: open,
    mergedInto,
    ...liveIssue(mind, command.into, now),
  }
}

const liveIssue = (mind: Mind, issueId: string, now: Date) =>
  mind.index.has(issueId)
    ? { touched: [touchedIssue(mind, issueId, now.getTime())], states: [{ issueId, state: mind.index.stateOf(issueId) }] }
    : { touched: [], states: [] }

/** What the store must do after messages went from one issue to another in memory. */
export function movedEffect(
  mind: Mind,
  { ids, from, to, at }: { ids: readonly string[]; from: string; to: string; at: Date },
): MovedEffect {
  const [left, came] = [liveIssue(mind, from, at), liveIssue(mind, to, at)]
  return {
    ...nothingMoved(at),
    moved: ids.map((messageId) => ({ messageId, issueId: to })),
    touched: [...left.touched, ...came.touched],
    states: [...left.states, ...came.states],
  }
}

/** Messages as the clusterer sees them. */
export function itemsOf(store: Store, mind: Mind, messages: readonly Message[]): Promise<ClusterItem[]> {
  return Promise.all(
    messages.map(async (message) => {
      const reading = readMessage(mind, await sourceOf(store, mind, message.sourceId), message)
      return clusterItem(message, reading, smallestArea(reading))
    }),
  )
}
