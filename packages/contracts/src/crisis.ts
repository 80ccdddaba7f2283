import { z } from 'zod'
import { contentStatus } from './content-item.ts'
import { issueStatus, level, moodCounts } from './issue.ts'
import { day, id, instant } from './primitives.ts'

/** A time in which the municipality works in crisis mode: lower thresholds, those who are hit first, planned items held back. */
export const crisis = z.object({
  id,
  reason: z.string(),
  startedBy: z.string(),
  startedAt: instant,
  /** Whether what was planned is held back. */
  frozen: z.boolean(),
  /** Until when the shared briefing can be read; null when it is not shared. */
  linkUntil: instant.nullable(),
})
export type Crisis = z.infer<typeof crisis>

export const newCrisis = z.strictObject({ reason: z.string().trim().min(3).max(300), freeze: z.boolean().default(true) })
export type NewCrisis = z.infer<typeof newCrisis>
export const crisisPatch = z.strictObject({ freeze: z.literal(true) })

/** A planned item that waits: it cannot be published until somebody releases it. */
export const heldItem = z.object({
  id,
  title: z.string(),
  status: contentStatus,
  plannedOn: day.nullable(),
  channels: z.array(z.string()),
  heldAt: instant,
})
export type HeldItem = z.infer<typeof heldItem>

export const crisisState = z.object({ seq: z.int().nonnegative(), crisis: crisis.nullable(), held: z.array(heldItem) })
export type CrisisState = z.infer<typeof crisisState>

const MOST_HOURS = 168
export const briefingShare = z.strictObject({ hours: z.int().min(1).max(MOST_HOURS) })
export const briefingLink = z.object({ url: z.string(), until: instant })
export type BriefingLink = z.infer<typeof briefingLink>

const briefedIssue = z.object({
  title: z.string(),
  level,
  status: issueStatus,
  since: instant,
  voices: z.int().nonnegative(),
  channels: z.int().nonnegative(),
  timesNormal: z.number().nullable(),
  why: z.string().nullable(),
  places: z.array(z.string()),
  isTaken: z.boolean(),
})

/** What a partner outside may read of a crisis: phenomena, no texts, no names of residents or colleagues, nothing sensitive. */
export const briefing = z.object({
  municipality: z.string(),
  reason: z.string(),
  startedAt: instant,
  madeAt: instant,
  /** When the link ends; null for who is signed in. */
  until: instant.nullable(),
  messagesLastHour: z.int().nonnegative(),
  expectedLastHour: z.number().nonnegative().nullable(),
  /** Messages of the last 24 hours. */
  messages: z.int().nonnegative(),
  mood: moodCounts,
  /** Of those: by who is hit, and with a question. */
  fromAffected: z.int().nonnegative(),
  questions: z.int().nonnegative(),
  issues: z.array(briefedIssue),
  areas: z.array(z.object({ name: z.string(), messages: z.int().nonnegative() })),
  published: z.array(z.object({ title: z.string(), at: instant })),
})
export type Briefing = z.infer<typeof briefing>
