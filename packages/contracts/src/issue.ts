import { z } from 'zod'
import { areaCode, id, instant } from './primitives.ts'

export const ISSUE_STATUSES = ['open', 'acknowledged', 'resolved', 'regressed', 'dismissed'] as const
export const issueStatus = z.enum(ISSUE_STATUSES)
export type IssueStatus = z.infer<typeof issueStatus>

/** Rustig ○, Let op △, Urgent ◆, Crisis ■. */
export const LEVELS = ['calm', 'attention', 'urgent', 'crisis'] as const
export const level = z.enum(LEVELS)
export type Level = z.infer<typeof level>

/** Share of negative, neutral and positive messages as counts, aimed at the municipality where known, else as expressed. */
export const moodCounts = z.object({ negative: z.int().nonnegative(), neutral: z.int().nonnegative(), positive: z.int().nonnegative() })
export type MoodCounts = z.infer<typeof moodCounts>

export const issue = z.object({
  id,
  title: z.string(),
  status: issueStatus,
  level,
  /** What orders the wall; a sum of documented parts, 0 and up. */
  heat: z.number().nonnegative(),
  areaCodes: z.array(areaCode),
  category: z.object({ main: z.string(), sub: z.string() }),
  keywords: z.array(z.string()),
  messages: z.int().nonnegative(),
  /** Distinct pseudonyms; a message without author counts as one. */
  voices: z.int().nonnegative(),
  channels: z.array(z.string()),
  sentiment: moodCounts,
  /** Meldingen among the messages that the municipality has not closed yet. */
  openMeldingen: z.int().nonnegative(),
  firstAt: instant,
  lastAt: instant,
  assignee: z.object({ id, name: z.string() }).nullable(),
  mutedUntil: z.union([instant, z.literal('escalates')]).nullable(),
  /** The rumoer line: messages per hour, oldest first, last entry = the hour of `lineEndsAt`. */
  line: z.array(z.int().nonnegative()),
  lineEndsAt: instant,
  /** Why it stands where it stands, as one Dutch sentence of the detector; null while calm. */
  why: z.string().nullable(),
  /** Times normal, of the strongest window now; null when not above normal. */
  timesNormal: z.number().nullable(),
})
export type Issue = z.infer<typeof issue>

export const issuePatch = z
  .strictObject({
    status: issueStatus.optional(),
    assignee: id.nullable().optional(),
    muted: z
      .union([z.strictObject({ until: z.union([instant, z.literal('escalates')]), reason: z.string().min(3).max(200) }), z.null()])
      .optional(),
    title: z.string().trim().min(3).max(120).optional(),
  })
  .refine((value) => Object.keys(value).length > 0, 'expected at least one of status, assignee, muted, title')
export type IssuePatch = z.infer<typeof issuePatch>

export const issueMerge = z.strictObject({
  /** Issue ids, or links to issue pages as copied from the address bar. */
  issues: z.array(z.string().max(500)).min(1).max(50),
})
export const issueSplit = z.strictObject({
  messages: z.array(id).min(1).max(500),
  /** The issue that they go into, by its id or a link to its page; left out, they become an issue of their own. */
  into: z.string().max(500).optional(),
})
/** The merge or split to undo, as the timeline names it. */
export const issueUndo = z.strictObject({ regrouping: z.int().positive() })
export const issueNote = z.strictObject({ text: z.string().trim().min(1).max(2_000), at: instant.optional() })

/** One point on an issue's timeline. `text` is a person's or the machine's own words, never a resident's. */
export const timelineEntry = z.object({
  at: instant,
  type: z.enum(['opened', 'level', 'status', 'assigned', 'muted', 'note', 'merged', 'split', 'alert', 'title', 'content-item', 'handover']),
  by: z.string().nullable(),
  text: z.string(),
  /** The merge or split that this tells of, while it can be undone; null for all else. */
  undo: z.int().positive().nullable(),
})
export type TimelineEntry = z.infer<typeof timelineEntry>

export const timeline = z.object({
  /** Messages per hour with the normal band of that hour. */
  hours: z.array(
    z.object({ at: instant, messages: z.int().nonnegative(), expected: z.number().nonnegative(), upper: z.number().nonnegative() }),
  ),
  entries: z.array(timelineEntry),
})
export type Timeline = z.infer<typeof timeline>
