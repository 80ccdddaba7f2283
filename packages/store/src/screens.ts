import { randomUUID } from 'node:crypto'
import type { Screen } from '@rumoer/contracts'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Database } from './database.ts'
import { screens } from './schema/index.ts'
import type { ScreenQuestions } from './screen-questions.ts'

const SEEN_EVERY_MS = 60_000

export function screenQuestions({ orm }: Database): ScreenQuestions {
  const present = (municipalityId: number, id: string) =>
    and(eq(screens.municipalityId, municipalityId), eq(screens.id, id), isNull(screens.revokedAt))
  return {
    async add({ now, ...screen }) {
      const [added] = await orm
        .insert(screens)
        .values({ id: randomUUID(), ...screen, createdAt: now })
        .returning()
      return toScreen(added!)
    },
    async list(municipalityId) {
      const rows = await orm
        .select()
        .from(screens)
        .where(and(eq(screens.municipalityId, municipalityId), isNull(screens.revokedAt)))
        .orderBy(asc(screens.createdAt), asc(screens.id))
      return rows.map(toScreen)
    },
    async byId(municipalityId, id) {
      const [row] = await orm.select().from(screens).where(present(municipalityId, id))
      return row ? toScreen(row) : null
    },
    async change(municipalityId, id, change) {
      const [row] = await orm.update(screens).set(change).where(present(municipalityId, id)).returning()
      return row ? toScreen(row) : null
    },
    async revoke(municipalityId, id, now) {
      const gone = await orm.update(screens).set({ revokedAt: now }).where(present(municipalityId, id)).returning({ id: screens.id })
      return gone.length > 0
    },
    async principalOf(secretHash, now) {
      const [row] = await orm
        .select()
        .from(screens)
        .where(and(eq(screens.secretHash, secretHash), isNull(screens.revokedAt)))
      if (!row) return null
      if (!row.lastSeenAt || now.getTime() - row.lastSeenAt.getTime() > SEEN_EVERY_MS)
        await orm.update(screens).set({ lastSeenAt: now }).where(eq(screens.id, row.id))
      return { kind: 'screen', screenId: row.id, name: row.name, municipalityId: row.municipalityId }
    },
  }
}

const toScreen = ({ id, name, settings, createdAt, lastSeenAt, revokedAt }: typeof screens.$inferSelect): Screen => ({
  id,
  name,
  settings,
  createdAt: createdAt.toISOString(),
  lastSeenAt: lastSeenAt?.toISOString() ?? null,
  revokedAt: revokedAt?.toISOString() ?? null,
})
