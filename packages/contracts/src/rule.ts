import { z } from 'zod'
import { level } from './issue.ts'
import { channel } from './message.ts'
import { areaCode, id, instant } from './primitives.ts'
import { facet, residentRole, sentimentLabel } from './reading.ts'
import { condition } from './signal.ts'

/** What a condition of a rule may measure: its Dutch name, and what it looks at. Shares run from 0 to 1, `signal` is 1 or 0. */
export const MEASURES = {
  messages: { name: 'berichten', scope: 'issue' },
  voices: { name: 'onafhankelijke stemmen', scope: 'issue' },
  channels: { name: 'kanalen', scope: 'issue' },
  openMeldingen: { name: 'open meldingen', scope: 'issue' },
  negativeShare: { name: 'aandeel negatief', scope: 'message' },
  urgentShare: { name: 'aandeel met spoed', scope: 'message' },
  dangerVoices: { name: 'stemmen over gevaar', scope: 'issue' },
  rumourVoices: { name: 'stemmen met een gerucht', scope: 'issue' },
  signal: { name: 'meer stemmen dan normaal', scope: 'area' },
  timesNormal: { name: 'keer normaal', scope: 'area' },
} as const
export type Measure = keyof typeof MEASURES
export const measure = z.enum(Object.keys(MEASURES) as [Measure, ...Measure[]])

/** Hours that a condition may look back; words of danger and rumour are of the last day. */
export const RULE_WINDOWS = [1, 6, 24, 168] as const
const OF_A_DAY: readonly Measure[] = ['dangerVoices', 'rumourVoices']
export const windowsOf = (of: Measure): (typeof RULE_WINDOWS)[number][] =>
  RULE_WINDOWS.filter((hours) => hours <= 24 || !OF_A_DAY.includes(of))
const windowHours = z.literal(RULE_WINDOWS)
const conditionScope = condition.shape.scope

/**
 * One comparison. `scope` says what it looks at: single messages, the issue, or its area; it follows from the measure and may be left out.
 * Without `windowHours` it looks at the window in which the signal stands out, or at 24 hours when there is none.
 */
export const criterion = z
  .strictObject({
    measure,
    operator: condition.shape.operator,
    threshold: z.number().min(0).max(1_000_000),
    windowHours: windowHours.optional(),
    scope: conditionScope.optional(),
  })
  .refine(({ measure: of, scope }) => scope === undefined || scope === MEASURES[of].scope, {
    path: ['scope'],
    error: 'expected the scope that belongs to the measure, or none',
  })
  .refine(({ measure: of, windowHours: hours }) => hours === undefined || windowsOf(of).includes(hours), {
    path: ['windowHours'],
    error: 'expected at most 24: words of danger and rumour are counted over the last day',
  })
export type Criterion = z.infer<typeof criterion>

/** Criteria nested by all and any. An empty `all` holds, an empty `any` does not. */
export type RuleTest = Criterion | { all: readonly RuleTest[] } | { any: readonly RuleTest[] }

const MOST_PARTS = 20
export const DEEPEST_TEST = 4
const parts = (inner: z.ZodType<RuleTest>) => z.array(inner).max(MOST_PARTS)
const nested = (inner: z.ZodType<RuleTest>): z.ZodType<RuleTest> =>
  z.union([criterion, z.strictObject({ all: parts(inner) }), z.strictObject({ any: parts(inner) })], {
    error: `expected a condition, or all or any of conditions, at most ${DEEPEST_TEST} deep`,
  })
/** Written out to its greatest depth, so that no input can nest deeper than a reader can follow. */
export const ruleTest = Array.from({ length: DEEPEST_TEST }).reduce<z.ZodType<RuleTest>>(nested, criterion)

/** The same test with the scope of every criterion written out, as it is stored and shown. */
export function scopedTest(test: RuleTest): RuleTest {
  if ('measure' in test) return { ...test, scope: MEASURES[test.measure].scope }
  return 'all' in test ? { all: test.all.map(scopedTest) } : { any: test.any.map(scopedTest) }
}

const several = <Item extends z.ZodType>(item: Item) => z.array(item).max(50).default([])
/** Which messages count at all; an empty list lets all through. It is applied before anything is counted. */
export const ruleFilter = z.strictObject({
  /** An area holds what lies in it. */
  areas: several(areaCode),
  /** Main categories. */
  categories: several(z.string().max(100)),
  channels: several(channel),
  roles: several(residentRole),
  facets: several(facet),
  sentiments: several(sentimentLabel),
})
export type RuleFilter = z.infer<typeof ruleFilter>
export const NO_FILTER: RuleFilter = { areas: [], categories: [], channels: [], roles: [], facets: [], sentiments: [] }

/** Never under three messages or two voices: two messages are no news, and neither is one busy account. */
export const ruleFloors = z.strictObject({
  messages: z.int().min(3).max(100_000),
  voices: z.int().min(2).max(100_000),
  channels: z.int().min(1).max(30),
})

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time of day such as 22:00')
/** Hours of the day in Europe/Amsterdam, over midnight when `to` is before `from`; equal ones are the whole day. */
export const dayHours = z.strictObject({ from: timeOfDay, to: timeOfDay })
export type DayHours = z.infer<typeof dayHours>
/** Days 1 (Monday) to 7 on which the hours begin. */
export const dutyHours = dayHours.extend({ days: z.array(z.int().min(1).max(7)).min(1).max(7) })
export type DutyHours = z.infer<typeof dutyHours>

/** Who hears of it beside the wall. `onCall` empty: always; when nobody of a rule is on call, everybody hears it. */
export const receiver = z.discriminatedUnion('channel', [
  z.strictObject({
    channel: z.literal('mail'),
    user: id,
    onCall: z.array(dutyHours).max(14).default([]),
    /** In the daily digest instead of at once; a crisis is always told at once. */
    digest: z.boolean().default(false),
  }),
  z.strictObject({ channel: z.literal('webhook'), webhook: id }),
])
export type Receiver = z.infer<typeof receiver>

const alertLevel = level.exclude(['calm'])

const body = {
  name: z.string().trim().min(3).max(80),
  /** What an issue deserves while the rule holds. */
  level: alertLevel,
  filter: ruleFilter.default(NO_FILTER),
  floors: ruleFloors,
  when: ruleTest,
  /** Notices of one group within so many minutes of each other go out together. */
  grouping: z.strictObject({ by: z.enum(['issue', 'area', 'category']), minutes: z.int().min(0).max(1_440) }),
  /** Mail waits until these hours are over; a crisis does not. */
  quietHours: dayHours.nullable(),
  /** An open alert that nobody took up is told again after so long, and a closed one comes back no sooner. */
  repeatMinutes: z.int().min(10).max(10_080),
  hysteresis: z.strictObject({
    /** Share of each threshold that is enough to stay at the level once it is reached. */
    release: z.number().min(0.3).max(1),
    /** How long an issue must stay below before its level goes down. */
    lowerAfterMinutes: z.int().min(30).max(1_440),
  }),
  receivers: z.array(receiver).max(50),
}
const HABITS = {
  grouping: { by: 'issue', minutes: 0 },
  quietHours: { from: '22:00', to: '07:00' },
  repeatMinutes: 240,
  hysteresis: { release: 0.8, lowerAfterMinutes: 30 },
  receivers: [],
} as const satisfies Partial<z.input<z.ZodObject<typeof body>>>

export const ruleDefinition = z.strictObject({
  ...body,
  grouping: body.grouping.default(HABITS.grouping),
  quietHours: body.quietHours.default(HABITS.quietHours),
  repeatMinutes: body.repeatMinutes.default(HABITS.repeatMinutes),
  hysteresis: body.hysteresis.default(HABITS.hysteresis),
  receivers: body.receivers.default([]),
})
export type RuleDefinition = z.infer<typeof ruleDefinition>
/** A rule that a municipality begins with. Its key never changes: by it each municipality is given the rule once. */
export type DefaultRule = { key: string; definition: RuleDefinition }
/** One version of a rule; a version never changes. */
export type RuleVersion = { id: string; version: number; definition: RuleDefinition }

/** What people did with the alerts of a rule over the last `days`. */
export const ruleQuality = z.object({
  days: z.int().positive(),
  sent: z.int().nonnegative(),
  /** Taken up or closed by a person, and not called noise. */
  actedOn: z.int().nonnegative(),
  noise: z.int().nonnegative(),
  /** Nobody did anything yet. */
  waiting: z.int().nonnegative(),
  /** Of a rule with more than half noise: the smallest threshold that keeps what was acted on and drops at least half the noise. */
  proposal: z
    .object({
      measure,
      operator: condition.shape.operator,
      from: z.number(),
      to: z.number(),
      keeps: z.int().nonnegative(),
      drops: z.int().nonnegative(),
      sentence: z.string(),
    })
    .nullable(),
})
export type RuleQuality = z.infer<typeof ruleQuality>

/** One alert that a rule would have given. */
export const backtestAlert = z.object({
  at: instant,
  issueId: id,
  title: z.string(),
  areaCode: areaCode.nullable(),
  category: z.string(),
  level: alertLevel,
  conditions: z.array(condition),
  messages: z.int().nonnegative(),
  voices: z.int().nonnegative(),
  /** Minutes since the first message of the issue. */
  afterFirstMinutes: z.number(),
  /** Minutes by which it is earlier than the rules that are live now; null where those say nothing, or the same rule is the only one. */
  leadMinutes: z.number().nullable(),
  /** People called an alert on this issue noise, or the issue no issue. */
  noise: z.boolean(),
})
export type BacktestAlert = z.infer<typeof backtestAlert>

export const backtestResult = z.object({
  from: instant,
  to: instant,
  stepMinutes: z.int().positive(),
  /** What the simulated clock looked at. */
  messages: z.int().nonnegative(),
  issues: z.int().nonnegative(),
  alerts: z.array(backtestAlert),
  perWeek: z.number().nonnegative(),
  /** Alerts per week that people called noise. */
  noisePerWeek: z.number().nonnegative(),
  /**
   * Alerts per week while nothing goes on: the rule played over messages drawn from what is normal here, with a fixed seed. Where the history is too
   * short for that, what chance alone may give at most where every way to an alert needs a signal, else null.
   */
  chancePerWeek: z.number().nonnegative().nullable(),
  /** Weeks that were played for it; 0 where it was not. */
  chanceWeeks: z.number().nonnegative(),
  medianLeadMinutes: z.number().nullable(),
  medianAfterFirstMinutes: z.number().nullable(),
  /** Alerts of the rules that are live now which this rule would not have given. */
  missed: z.int().nonnegative(),
})
export type BacktestResult = z.infer<typeof backtestResult>
export const LONGEST_BACKTEST_DAYS = 90

export const backtestRequest = z
  .strictObject({
    /** A stored rule, whose present version is tested and may then go live. */
    rule: id.optional(),
    /** Or a rule that is not stored. */
    definition: ruleDefinition.optional(),
    from: instant.optional(),
    to: instant.optional(),
    stepMinutes: z.int().min(5).max(1_440).default(15),
  })
  .refine((value) => (value.rule === undefined) !== (value.definition === undefined), 'expected either rule or definition')
export type BacktestRequest = z.infer<typeof backtestRequest>

export const rule = z.object({
  id,
  version: z.int().positive(),
  /** The version that is in force; null: none. */
  live: z.int().positive().nullable(),
  ...ruleDefinition.shape,
  updatedAt: instant,
  updatedBy: z.string().nullable(),
  /** When this very version was back-tested; null: not yet, so it cannot go live. */
  testedAt: instant.nullable(),
  quality: ruleQuality,
})
export type Rule = z.infer<typeof rule>

/** `version` is the one that was seen. A changed definition is a new version; `live` sets the present version in force or takes the rule out. */
export const rulePatch = z.strictObject({
  version: z.int().positive(),
  live: z.boolean().optional(),
  name: body.name.optional(),
  level: body.level.optional(),
  filter: ruleFilter.optional(),
  floors: body.floors.optional(),
  when: body.when.optional(),
  grouping: body.grouping.optional(),
  quietHours: body.quietHours.optional(),
  repeatMinutes: body.repeatMinutes.optional(),
  hysteresis: body.hysteresis.optional(),
  receivers: body.receivers.optional(),
})
export type RulePatch = z.infer<typeof rulePatch>

/** What keeps an alert back, or says that it is out already. */
export const HELD_BACK = ['conditions', 'told', 'repeat-interval', 'muted', 'dismissed', 'sensitive-category'] as const
export const heldBack = z.enum(HELD_BACK)
export type HeldBack = z.infer<typeof heldBack>

/** The answer to “waarom niet” (and “waarom wel”) of one issue now, rule by rule. */
export const alertCheck = z.object({
  issue: id,
  at: instant,
  /** What the rules give it now, before a level settles. */
  level,
  rules: z.array(
    z.object({
      rule: z.object({ id, version: z.int().positive(), name: z.string() }),
      level: alertLevel,
      holds: z.boolean(),
      /** All conditions, floors first, in the order of the rule. */
      conditions: z.array(condition),
      /** Why the rule gives no alert now; empty when it does. */
      heldBack: z.array(heldBack),
      /** Until when mail waits for quiet hours; null when it does not. */
      quietUntil: instant.nullable(),
    }),
  ),
})
export type AlertCheck = z.infer<typeof alertCheck>
