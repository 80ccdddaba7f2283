import { z } from 'zod'
import { level } from './issue.ts'
import { areaCode, id, instant } from './primitives.ts'
import { condition } from './signal.ts'

export const ALERT_STATUSES = ['open', 'acknowledged', 'closed'] as const
export const alertStatus = z.enum(ALERT_STATUSES)
export type AlertStatus = z.infer<typeof alertStatus>

/** What, where, how much above normal, and three masked examples: every alert carries all four. */
export const alert = z.object({
  id,
  issueId: id.nullable(),
  status: alertStatus,
  level,
  title: z.string(),
  areaCodes: z.array(areaCode),
  observed: z.number().nonnegative(),
  expected: z.number().nonnegative(),
  windowHours: z.number().positive(),
  sentence: z.string(),
  examples: z.array(id).max(3),
  raisedAt: instant,
  acknowledgedAt: instant.nullable(),
  acknowledgedBy: z.string().nullable(),
  closedAt: instant.nullable(),
  rule: z.string(),
  /** The version of the rule that raised it; null for what a rule of earlier days raised. */
  ruleId: id.nullable(),
  ruleVersion: z.int().positive().nullable(),
})
export type Alert = z.infer<typeof alert>

export const alertPatch = z.strictObject({ status: z.enum(['acknowledged', 'closed']), noise: z.boolean().optional() })
export type AlertPatch = z.infer<typeof alertPatch>

export const alertReasons = z.object({
  alert: id,
  rule: z.string(),
  ruleId: id.nullable(),
  ruleVersion: z.int().positive().nullable(),
  conditions: z.array(condition),
})
export type AlertReasons = z.infer<typeof alertReasons>
