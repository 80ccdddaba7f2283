import { randomUUID } from 'node:crypto'
import type { Role, User } from '@rumoer/contracts'
import { and, asc, eq, gt, ilike, isNull, or, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { ConflictError } from './errors.ts'
import { keyQuestions } from './keys.ts'
import { isUniqueViolation } from './open-database.ts'
import { invites, sessions, users } from './schema/index.ts'
import type { AccessQuestions } from './store.ts'

type UserRow = typeof users.$inferSelect
const ADMINISTRATOR: Role = 'beheerder'

export function accessQuestions(database: Database): AccessQuestions {
  return { ...userQuestions(database), ...inviteQuestions(database), ...sessionQuestions(database), ...keyQuestions(database) }
}

type Of<Names extends keyof AccessQuestions> = Pick<AccessQuestions, Names>

function userQuestions({ orm }: Database): Of<'addUser' | 'users' | 'userByEmail' | 'revokeUser' | 'principalOfUser' | 'anyAdministrator'> {
  return {
    async addUser({ municipalityId, email, name, role, now }) {
      try {
        const [added] = await orm.insert(users).values({ id: randomUUID(), municipalityId, email, name, role, createdAt: now }).returning()
        return toUser(added!)
      } catch (error) {
        if (isUniqueViolation(error)) throw new ConflictError('email: expected an address that is not in use')
        throw error
      }
    },
    async users(municipalityId, { q, limit } = {}) {
      const found = orm
        .select()
        .from(users)
        .where(
          and(
            municipalityId === null ? isNull(users.municipalityId) : eq(users.municipalityId, municipalityId),
            q?.trim() ? or(ilike(users.name, containing(q)), ilike(users.email, containing(q))) : undefined,
          ),
        )
        .orderBy(sql`${users.name} collate "und-x-icu"`, asc(users.id))
      return (await (limit === undefined ? found : found.limit(limit))).map(toUser)
    },
    async userByEmail(email) {
      const [row] = await orm
        .select()
        .from(users)
        .where(and(eq(sql`lower(${users.email})`, email.toLowerCase()), isNull(users.revokedAt)))
      return row ? { ...toUser(row), municipalityId: row.municipalityId } : null
    },
    async revokeUser(id, now) {
      const gone = await orm
        .update(users)
        .set({ revokedAt: now })
        .where(and(eq(users.id, id), isNull(users.revokedAt)))
        .returning({ id: users.id })
      if (gone.length > 0) await orm.delete(sessions).where(eq(sessions.userId, id))
      return gone.length > 0
    },
    async principalOfUser(userId, sessionId) {
      const [row] = await orm
        .select()
        .from(users)
        .where(and(eq(users.id, userId), isNull(users.revokedAt)))
      if (!row) return null
      const { name, email, role, municipalityId } = row
      return { kind: 'user', userId, name, email, role, municipalityId, sessionId }
    },
    async anyAdministrator() {
      const found = await orm
        .select({ id: users.id })
        .from(users)
        .where(and(eq(users.role, ADMINISTRATOR), isNull(users.revokedAt)))
        .limit(1)
      return found.length > 0
    },
  }
}

/** The characters that `like` reads specially stand for themselves. */
const containing = (words: string): string => `%${words.trim().replace(/[\\%_]/g, '\\$&')}%`

const toUser = (row: UserRow): User => ({
  id: row.id,
  email: row.email,
  name: row.name,
  role: row.role,
  createdAt: row.createdAt.toISOString(),
  revokedAt: row.revokedAt?.toISOString() ?? null,
})

function inviteQuestions({ orm }: Database): Of<'addInvite' | 'redeemInvite'> {
  return {
    async addInvite({ userId, tokenHash, expiresAt, now }) {
      const [user] = await orm.select({ municipalityId: users.municipalityId }).from(users).where(eq(users.id, userId))
      await orm.insert(invites).values({ tokenHash, userId, municipalityId: user?.municipalityId ?? null, createdAt: now, expiresAt })
    },
    async redeemInvite(tokenHash, now) {
      const [used] = await orm
        .update(invites)
        .set({ usedAt: now })
        .where(and(eq(invites.tokenHash, tokenHash), isNull(invites.usedAt), gt(invites.expiresAt, now)))
        .returning({ userId: invites.userId })
      return used ?? null
    },
  }
}

function sessionQuestions({ orm }: Database): Of<'readSession' | 'writeSession' | 'destroySession' | 'revokeSessionsOf'> {
  return {
    async readSession(idHash, now) {
      const [row] = await orm
        .select({ data: sessions.data })
        .from(sessions)
        .where(and(eq(sessions.idHash, idHash), gt(sessions.expiresAt, now)))
      return row?.data ?? null
    },
    async writeSession(idHash, { userId, data, expiresAt }) {
      const [user] =
        userId === null ? [] : await orm.select({ municipalityId: users.municipalityId }).from(users).where(eq(users.id, userId))
      const values = { userId, data, expiresAt, municipalityId: user?.municipalityId ?? null }
      await orm
        .insert(sessions)
        .values({ idHash, ...values })
        .onConflictDoUpdate({ target: sessions.idHash, set: values })
    },
    async destroySession(idHash) {
      await orm.delete(sessions).where(eq(sessions.idHash, idHash))
    },
    async revokeSessionsOf(userId) {
      await orm.delete(sessions).where(eq(sessions.userId, userId))
    },
  }
}
