import type { AuditEntry } from '@rumoer/contracts'
import { and, desc, eq, isNull, lt, or } from 'drizzle-orm'
import { readCursor, writeCursor } from './cursor.ts'
import type { Database } from './database.ts'
import { readSeq } from './read-seq.ts'
import { audit } from './schema/index.ts'
import type { AuditQuestions } from './store.ts'

export function auditQuestions(database: Database): AuditQuestions {
  return {
    async write({ now, ...entry }) {
      await database.orm.insert(audit).values({ ...entry, at: now })
    },
    /** Newest first, with what concerns the whole installation. */
    list: (municipalityId, limit, cursor) =>
      database.snapshot(async (tx) => {
        const after = readCursor(cursor)
        const rows = await tx.orm
          .select()
          .from(audit)
          .where(
            and(or(eq(audit.municipalityId, municipalityId), isNull(audit.municipalityId)), after ? lt(audit.id, after.order) : undefined),
          )
          .orderBy(desc(audit.id))
          .limit(limit + 1)
        const page = rows.slice(0, limit)
        const last = page[page.length - 1]
        return {
          items: page.map(
            ({ id, at, by, action, subject, detail }): AuditEntry => ({
              id: String(id),
              at: at.toISOString(),
              by,
              action,
              subject,
              detail,
            }),
          ),
          next: rows.length > limit && last ? writeCursor({ order: last.id, id: '' }) : null,
          seq: await readSeq(tx, municipalityId),
        }
      }),
  }
}
