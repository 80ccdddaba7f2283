import type { Normal } from '@rumoer/analysis/detect'
import type { RuleVersion } from '@rumoer/contracts'
import type { AlertEpisode, AlertInput, IssueActivity, PastIssue, PastMessage } from '@rumoer/store'
import { judgeIssue } from '../judge-issue.ts'
import { filterKey } from '../rule-book.ts'
import { findBurst } from '../sweep.ts'
import { countPast, type PastCount } from './past-counts.ts'

/** What a set of rules remembers of one issue while the past is played. */
type Memory = Pick<IssueActivity, 'level' | 'levelSince' | 'risenAt' | 'belowSince'> & { episode: AlertEpisode | undefined }
/** One set of rules on the simulated clock, with the alerts that it gave. */
export type World = {
  rules: readonly RuleVersion[]
  memories: Map<string, Memory>
  /** Issues in an episode: they may change without a new message. */
  stirred: Set<string>
  alerts: PastAlert[]
}
export type PastAlert = { at: Date; issue: PastIssue; input: AlertInput; messages: number; voices: number }

export const createWorld = (rules: readonly RuleVersion[]): World => ({ rules, memories: new Map(), stirred: new Set(), alerts: [] })

export type Moment = {
  issue: PastIssue
  /** All its messages, oldest first. */
  messages: readonly PastMessage[]
  normal: Normal
  watched: number
  at: Date
  /** Which entry of `passes` belongs to a filter. */
  filterAt: ReadonlyMap<string, number>
}

/** Judges one issue at one moment in one world, as the sweep does, and remembers what that gave. Nobody mutes, closes or dismisses. */
export function playMoment(world: World, moment: Moment): void {
  const { issue, messages, normal, watched, at, filterAt } = moment
  const all = countPast(messages, at.getTime(), () => true)
  if (!all) return
  const memory = world.memories.get(issue.id) ?? {
    level: 'calm',
    levelSince: issue.firstAt,
    risenAt: null,
    belowSince: null,
    episode: undefined,
  }
  const counts = new Map<number, PastCount | null>()
  const countOf = ({ definition }: RuleVersion) => {
    const filter = filterAt.get(filterKey(definition.filter))!
    if (!counts.has(filter))
      counts.set(
        filter,
        countPast(messages, at.getTime(), ({ passes }) => passes[filter]!),
      )
    return counts.get(filter)!
  }
  const stored = activityThen(issue, memory, all)
  const { judgement, alert } = judgeIssue({
    stored,
    normal,
    rules: world.rules,
    countOf,
    episode: memory.episode,
    findSignal: findBurst(watched),
    at,
  })
  const { level, risenAt, belowSince } = judgement
  const levelSince = level === memory.level ? memory.levelSince : at
  world.memories.set(issue.id, { level, levelSince, risenAt, belowSince, episode: episodeAfter(memory.episode, alert, risenAt) })
  if (risenAt === null) world.stirred.delete(issue.id)
  else world.stirred.add(issue.id)
  const isNews = alert !== null && memory.episode?.openBy == null
  const rises = alert !== null && memory.episode?.openBy != null && alert.level !== memory.episode.told
  if (isNews || rises) world.alerts.push({ at, issue, input: alert!, messages: all.messages, voices: all.voices })
}

/** The alert stays open for as long as the episode runs. */
function episodeAfter(before: AlertEpisode | undefined, alert: AlertInput | null, risenAt: Date | null): AlertEpisode | undefined {
  if (!alert) return before && risenAt === null ? { ...before, told: 'calm', openBy: null } : before
  const openBy = [...new Set([...(before?.openBy ?? []), ...alert.toldBy])]
  const isHigher = before?.openBy == null || alert.level !== before.told
  return { told: isHigher ? alert.level : before.told, openBy, last: isHigher ? { at: alert.now, level: alert.level } : before.last }
}

function activityThen(issue: PastIssue, { level, levelSince, risenAt, belowSince }: Memory, all: PastCount): IssueActivity {
  return {
    issueId: issue.id,
    title: issue.title,
    level,
    levelSince,
    risenAt,
    belowSince,
    status: 'open',
    areaCode: issue.areaCode,
    category: issue.category,
    mutedUntil: null,
    mutedVoices: null,
    heat: 0,
    why: null,
    messagesPerHour: [],
    windows: all.windows,
    messages: all.messages,
    voices: all.voices,
    channels: all.channels,
    openMeldingen: all.openMeldingen,
    lastAt: all.lastAt,
  }
}
