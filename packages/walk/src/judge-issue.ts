import { type Activity, type Decision, decide, heatOf, type RuleView, settleLevel } from '@rumoer/analysis/decide'
import { detectWording, type Normal } from '@rumoer/analysis/detect'
import { type RuleVersion, SENSITIVE_CATEGORIES, type Signal } from '@rumoer/contracts'
import type { AlertEpisode, AlertInput, FilteredCount, IssueActivity, IssueJudgement } from '@rumoer/store'
import { receiversOf } from './receivers-of.ts'
import { wordingReason } from './wording-reason.ts'

/** What stands out of the counts of an issue. */
export type FindSignal = (activity: Activity, normal: Normal, nowMs: number) => Signal | null

export type JudgeInput = {
  stored: IssueActivity
  normal: Normal
  rules: readonly RuleVersion[]
  countOf: (rule: RuleVersion) => FilteredCount | null
  episode: AlertEpisode | undefined
  findSignal: FindSignal
  at: Date
}
export type Judged = { judgement: IssueJudgement; alert: AlertInput | null; decision: Decision }

/** Fewer are no rise, whatever they are twice of. */
const LEAST_VOICES = 3
const NOTHING_COUNTED: FilteredCount = { windows: [], urgentShare: 0, mentions: [] }

/** One issue at one moment: signal, rules, level, heat, and what to tell. The sweep, the back-test and "waarom niet" all ask here. */
export function judgeIssue({ stored, normal, rules, countOf, episode, findSignal, at }: JudgeInput): Judged {
  const nowMs = at.getTime()
  const activity = toActivity(stored)
  const signal = findSignal(activity, normal, nowMs)
  const viewOf = (rule: RuleVersion): RuleView => {
    const { mentions, ...windows } = countOf(rule) ?? NOTHING_COUNTED
    const wording = detectWording(
      mentions.map((one) => ({ ...one, at: one.at.getTime() })),
      nowMs,
    )
    const counted = { ...activity, ...windows, wording }
    return { activity: counted, signal: isUnfiltered(rule) ? signal : findSignal(counted, normal, nowMs) }
  }
  const decision = decide(rules, viewOf, situationOf(stored, episode), nowMs)
  const lowerAfterMinutes = Math.max(
    ...[30, ...rules.map(({ definition }) => (definition.level === stored.level ? definition.hysteresis.lowerAfterMinutes : 0))],
  )
  const since = stored.levelSince.getTime()
  const belowSince = isBelow(decision.level, stored.level) ? (stored.belowSince ?? at) : null
  const level = settleLevel(
    { level: stored.level, since, belowSince: belowSince?.getTime() ?? null },
    decision.level,
    nowMs,
    lowerAfterMinutes,
  )
  const judgement: IssueJudgement = {
    issueId: stored.issueId,
    level,
    risenAt: level === 'calm' && decision.level === 'calm' ? null : (stored.risenAt ?? at),
    belowSince: isBelow(decision.level, level) ? belowSince : null,
    escalates: decision.escalates,
    heat: steadyHeat(stored.heat, heatOf(activity, signal, nowMs).heat),
    why: signal?.sentence ?? wordsHeard(decision, viewOf) ?? (level === 'calm' ? null : stored.why),
    timesNormal: signal && signal.expected > 0 ? signal.observed / signal.expected : null,
    line: stored.messagesPerHour,
    lineEndsAt: at,
    now: at,
  }
  return { judgement, decision, alert: alertOf(stored, decision, viewOf, at) }
}

/** The alert of the gravest rule that must be told now; null when there is nothing to tell. */
function alertOf(stored: IssueActivity, { telling }: Decision, viewOf: (rule: RuleVersion) => RuleView, at: Date): AlertInput | null {
  const [gravest] = telling
  if (!gravest) return null
  const { rule, conditions } = gravest
  const view = viewOf(rule)
  const { signal, activity } = view
  const day = activity.windows.find(({ hours }) => hours === 24)
  return {
    issueId: stored.issueId,
    level: rule.definition.level,
    title: stored.title,
    areaCodes: stored.areaCode ? [stored.areaCode] : [],
    observed: signal?.observed ?? day?.voices ?? 0,
    expected: signal?.expected ?? 0,
    windowHours: signal?.windowHours ?? 24,
    sentence: wordingReason(gravest, view) ?? signal?.sentence ?? ruleSentence(rule.definition.name, day?.voices ?? 0, day?.messages ?? 0),
    rule: rule.definition.name,
    ruleId: rule.id,
    ruleVersion: rule.version,
    toldBy: telling.map((one) => one.rule.id),
    receivers: telling.flatMap((one) => receiversOf(one.rule, stored, at)),
    conditions,
    now: at,
  }
}

/** The words of danger or rumour for which the gravest rule that holds holds; null where they are no reason. */
function wordsHeard({ verdicts }: Decision, viewOf: (rule: RuleVersion) => RuleView): string | null {
  const gravest = verdicts.findLast(({ holds }) => holds)
  return gravest ? wordingReason(gravest, viewOf(gravest.rule)) : null
}

/** Of a rule that needs no signal. */
const ruleSentence = (name: string, voices: number, messages: number) =>
  `Voldoet aan de regel ‘${name}’: ${messages} berichten van ${voices} onafhankelijke stemmen in 24 uur.`

const isUnfiltered = ({ definition: { filter } }: RuleVersion) => Object.values(filter).every((list) => list.length === 0)

function situationOf(stored: IssueActivity, episode: AlertEpisode | undefined) {
  const { level, status, mutedUntil, mutedVoices, windows } = stored
  const dayVoices = windows.find(({ hours }) => hours === 24)?.voices ?? 0
  return {
    level,
    status,
    muted: mutedUntil instanceof Date ? mutedUntil.getTime() : mutedUntil,
    hasDoubled: mutedVoices !== null && dayVoices >= Math.max(LEAST_VOICES, 2 * mutedVoices),
    sensitive: SENSITIVE_CATEGORIES.includes(stored.category),
    told: episode?.told ?? 'calm',
    openBy: episode?.openBy ?? null,
    last: episode?.last ? { at: episode.last.at.getTime(), level: episode.last.level } : null,
  } as const
}

const LEVEL_RANK = { calm: 0, attention: 1, urgent: 2, crisis: 3 } as const
const isBelow = (level: keyof typeof LEVEL_RANK, other: keyof typeof LEVEL_RANK) => LEVEL_RANK[level] < LEVEL_RANK[other]

/** Small drift is not news: heat moves by at least half a point and three per cent, so that a cooling wall does not flood its readers. */
function steadyHeat(before: number, after: number): number {
  const rounded = Math.round(after * 10) / 10
  return Math.abs(rounded - before) < Math.max(0.5, before * 0.03) && before > 0 ? before : rounded
}

function toActivity(stored: IssueActivity): Activity {
  const { levelSince, lastAt, mutedUntil: _muted, mutedVoices: _voices, risenAt: _risen, belowSince: _below, ...same } = stored
  return { ...same, levelSince: levelSince.getTime(), lastAt: lastAt.getTime() }
}
