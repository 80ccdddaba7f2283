import { randomUUID } from 'node:crypto'
import type { Key } from '@rumoer/contracts'
import { and, asc, eq, isNull, lt, or, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { keys, sources } from './schema/index.ts'
import type { AccessQuestions, Principal } from './store.ts'

/** When a key was last used is told by the minute: a busy key must not write at every request. */
const USED_EVERY_MS = 60_000

export function keyQuestions({ orm }: Database): Pick<AccessQuestions, 'addKey' | 'keys' | 'revokeKey' | 'principalOfKey'> {
  return {
    async addKey({ municipalityId, name, role, sourceId, secretHash, now }) {
      const id = randomUUID()
      await orm.insert(keys).values({ id, municipalityId, name, role, sourceId, secretHash, createdAt: now })
      return { id }
    },
    async keys(municipalityId) {
      const rows = await orm
        .select({ key: keys, source: sources.name })
        .from(keys)
        .leftJoin(sources, eq(sources.id, keys.sourceId))
        .where(eq(keys.municipalityId, municipalityId))
        .orderBy(asc(keys.createdAt), asc(keys.id))
      return rows.map(
        ({ key, source }): Key => ({
          id: key.id,
          name: key.name,
          role: key.role,
          source,
          createdAt: key.createdAt.toISOString(),
          lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
          revokedAt: key.revokedAt?.toISOString() ?? null,
        }),
      )
    },
    async revokeKey(municipalityId, idOrName, now) {
      const gone = await orm
        .update(keys)
        .set({ revokedAt: now })
        .where(
          and(
            eq(keys.municipalityId, municipalityId),
            isNull(keys.revokedAt),
            or(eq(sql`${keys.id}::text`, idOrName), eq(keys.name, idOrName)),
          ),
        )
        .returning({ id: keys.id })
      return gone.length > 0
    },
    async principalOfKey(secretHash, now) {
      const [row] = await orm
        .select()
        .from(keys)
        .where(and(eq(keys.secretHash, secretHash), isNull(keys.revokedAt)))
      if (!row) return null
      const stale = or(isNull(keys.lastUsedAt), lt(keys.lastUsedAt, new Date(now.getTime() - USED_EVERY_MS)))
      if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() > USED_EVERY_MS) {
        await orm
          .update(keys)
          .set({ lastUsedAt: now })
          .where(and(eq(keys.id, row.id), stale))
      }
      return principalOf(row)
    },
  }
}

function principalOf({ id, name, role, sourceId, municipalityId }: typeof keys.$inferSelect): Principal | null {
  if (sourceId !== null) return { kind: 'source', keyId: id, sourceId, municipalityId }
  return role === null ? null : { kind: 'key', keyId: id, name, role, municipalityId }
}
