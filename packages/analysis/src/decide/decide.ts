import type { Condition, HeldBack, Issue, Level, RuleVersion } from '@rumoer/contracts'
import { evaluateRule, type RuleView } from './evaluate-rule.ts'
import { levelRank } from './level-rank.ts'

/** What is known of an issue beside its counts. Instants in milliseconds since 1970. */
export type IssueSituation = {
  /** The level that people see. */
  level: Level
  status: Issue['status']
  muted: number | 'escalates' | null
  /** The voices of a day are twice those of the day before it was muted. */
  hasDoubled: boolean
  /** Its category never goes into an alert. */
  sensitive: boolean
  /** Highest level that people were alerted to since the issue last was calm. */
  told: Level
  /** Rules that told the alert that is open now; null when none is. */
  openBy: readonly string[] | null
  /** The latest alert on the issue, whatever became of it. */
  last: { at: number; level: Level } | null
}
export type Verdict = {
  rule: RuleVersion
  holds: boolean
  conditions: Condition[]
  /** Why this rule tells nothing now; empty when it does. */
  heldBack: HeldBack[]
}
export type Decision = {
  /** The highest level of a rule that holds, calm when none does. */
  level: Level
  /** Whether that is more than people see and were told already, or it doubled since it was muted: it ends a mute until it escalates. */
  escalates: boolean
  /** Every rule, lowest level first: the answer to "waarom niet". */
  verdicts: Verdict[]
  /** Rules whose receivers must hear of it now, gravest first. */
  telling: Verdict[]
}

const MINUTE_MS = 60_000

/**
 * What an issue deserves now, by rules, and who must hear of it. `viewOf` gives what a rule counts.
 *
 * An episode runs from calm to calm. In it each level is told once; another rule that comes to hold joins the alert that is open. A closed alert
 * comes back no sooner than the rule's repeat interval. A muted issue wakes when its time is over or, muted until it escalates, when it deserves
 * more than people see and were told, or has doubled. No rules, or none that holds, gives calm and nothing to tell.
 *
 * @example decide([], () => view, situation, now).level // 'calm'
 */
export function decide(
  rules: readonly RuleVersion[],
  viewOf: (rule: RuleVersion) => RuleView,
  situation: IssueSituation,
  now: number,
): Decision {
  const judged = [...rules]
    .sort((a, b) => levelRank(a.definition.level) - levelRank(b.definition.level))
    .map((rule) => {
      const reached = levelRank(situation.level) >= levelRank(rule.definition.level)
      return { rule, ...evaluateRule(rule.definition, viewOf(rule), reached ? rule.definition.hysteresis.release : 1) }
    })
  const level = judged.findLast(({ holds }) => holds)?.rule.definition.level ?? 'calm'
  const escalates = situation.hasDoubled || levelRank(level) > Math.max(levelRank(situation.level), levelRank(situation.told))
  const always = heldBackByIssue(situation, escalates, now)
  const verdicts = judged.map(
    (one): Verdict => ({
      ...one,
      heldBack: [...(one.holds ? [] : (['conditions'] as const)), ...heldBackByPast(one.rule, situation, now), ...always],
    }),
  )
  return { level, escalates, verdicts, telling: verdicts.filter(({ heldBack }) => heldBack.length === 0).reverse() }
}

/** What holds back every rule alike. */
function heldBackByIssue({ muted, status, sensitive }: IssueSituation, escalates: boolean, now: number): HeldBack[] {
  const awake = muted === null || (muted === 'escalates' ? escalates : muted <= now)
  return [
    ...(awake ? [] : (['muted'] as const)),
    ...(status === 'dismissed' ? (['dismissed'] as const) : []),
    ...(sensitive ? (['sensitive-category'] as const) : []),
  ]
}

function heldBackByPast({ id, definition }: RuleVersion, { told, openBy, last }: IssueSituation, now: number): HeldBack[] {
  const rank = levelRank(definition.level)
  const joins = openBy !== null && !openBy.includes(id)
  if (rank <= levelRank(told)) return joins ? [] : ['told']
  const isSoon = last !== null && rank <= levelRank(last.level) && now - last.at < definition.repeatMinutes * MINUTE_MS
  return isSoon ? ['repeat-interval'] : []
}
