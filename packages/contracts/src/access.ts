import { z } from 'zod'
import { houseStyle } from './house-style.ts'
import { id, instant } from './primitives.ts'

/** Who a person is to the newsroom. `vakafdeling` sees only what is handed to it. */
export const ROLES = ['lezer', 'adviseur', 'redacteur', 'manager', 'beheerder', 'vakafdeling'] as const
export const role = z.enum(ROLES)
export type Role = z.infer<typeof role>

/** What a route asks for. Every route and the socket name exactly one, or say that they are public. */
export const PERMISSIONS = [
  'messages.read',
  'messages.correct',
  'messages.ingest',
  'issues.read',
  'issues.work',
  'alerts.read',
  'alerts.work',
  'planning.read',
  'planning.work',
  'handovers.read',
  'handovers.work',
  'handovers.answer',
  'reports.read',
  'areas.read',
  'sources.read',
  'stream.read',
  'admin',
] as const
export type Permission = (typeof PERMISSIONS)[number]

const READ: readonly Permission[] = [
  'messages.read',
  'issues.read',
  'alerts.read',
  'planning.read',
  'handovers.read',
  'reports.read',
  'areas.read',
  'sources.read',
  'stream.read',
]

/** The role matrix: deny by default, only what stands here is allowed. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  lezer: READ,
  adviseur: [...READ, 'messages.correct', 'issues.work', 'alerts.work', 'planning.work', 'handovers.work'],
  redacteur: [...READ, 'messages.correct', 'issues.work', 'planning.work', 'handovers.work'],
  manager: READ,
  beheerder: [...READ, 'messages.correct', 'issues.work', 'alerts.work', 'planning.work', 'handovers.work', 'admin'],
  vakafdeling: ['handovers.answer'],
}
/** A source key may do one thing. */
export const SOURCE_KEY_PERMISSIONS: readonly Permission[] = ['messages.ingest']

export const session = z.object({
  user: z.object({ id, name: z.string(), email: z.string() }),
  role,
  municipality: z.object({ id: z.int(), code: z.string(), name: z.string(), demo: z.boolean(), style: houseStyle.nullable() }).nullable(),
  csrfToken: z.string(),
  version: z.string(),
})
export type Session = z.infer<typeof session>

export const newUser = z.strictObject({ email: z.email().max(200), name: z.string().trim().min(1).max(100), role })
export type NewUser = z.infer<typeof newUser>
export const user = z.object({ id, email: z.string(), name: z.string(), role, createdAt: instant, revokedAt: instant.nullable() })
export type User = z.infer<typeof user>

export const newKey = z.strictObject({ name: z.string().trim().min(1).max(100), role })
export const key = z.object({
  id,
  name: z.string(),
  role: role.nullable(),
  source: z.string().nullable(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
  revokedAt: instant.nullable(),
})
export type Key = z.infer<typeof key>

export const auditEntry = z.object({
  id: z.string(),
  at: instant,
  by: z.string(),
  action: z.string(),
  subject: z.string(),
  detail: z.string().nullable(),
})
export type AuditEntry = z.infer<typeof auditEntry>
