import type { FileImport } from '@rumoer/contracts'
import { and, asc, desc, eq, gt, inArray, isNotNull, lt, ne, or, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import type { ImportJob, ImportQuestions } from './import-questions.ts'
import { importChunks, importRefusals, imports, sources } from './schema/index.ts'

const DAY_MS = 86_400_000
const FILE_DAYS = 7
const REFUSAL_DAYS = 30

const CLAIM = `with due as (
    select id from imports where status = 'running' and (lease_until is null or lease_until < clock_timestamp())
    order by created_at limit 1 for update skip locked
  )
  update imports i set lease_by = $1, lease_until = clock_timestamp() + make_interval(secs => $2) from due where i.id = due.id
  returning i.id, i.municipality_id as "municipalityId", i.source_id as "sourceId", i.file_name as "fileName", i.size_bytes::float8 as "sizeBytes",
    i.mapping, i.line, i.accepted, i.updated, i.duplicates, i.rejected`

const COLUMNS = {
  id: imports.id,
  source: { id: sources.id, name: sources.name },
  fileName: imports.fileName,
  sizeBytes: imports.sizeBytes,
  status: imports.status,
  line: imports.line,
  share: imports.share,
  accepted: imports.accepted,
  updated: imports.updated,
  duplicates: imports.duplicates,
  rejected: imports.rejected,
  error: imports.error,
  createdBy: imports.createdBy,
  createdAt: imports.createdAt,
  finishedAt: imports.finishedAt,
}
type Row = Omit<FileImport, 'status' | 'error' | 'createdAt' | 'finishedAt'> & {
  status: string
  error: string | null
  createdAt: Date
  finishedAt: Date | null
}

const leaseUntil = (leaseMs: number) => sql`clock_timestamp() + make_interval(secs => ${leaseMs / 1000})`

const toImport = (row: Row): FileImport => ({
  ...row,
  status: row.status as FileImport['status'],
  error: row.error as FileImport['error'],
  createdAt: row.createdAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
})

/** See `ImportQuestions`. */
export function importQuestions(database: Database): ImportQuestions {
  const { orm, pool } = database
  const ofTenant = (municipalityId: number, id: string) => and(eq(imports.municipalityId, municipalityId), eq(imports.id, id))
  const held = (by: string, id: string) =>
    and(eq(imports.id, id), eq(imports.leaseBy, by), eq(imports.status, 'running'), gt(imports.leaseUntil, sql`clock_timestamp()`))
  const listed = () => orm.select(COLUMNS).from(imports).innerJoin(sources, eq(sources.id, imports.sourceId))
  const forgetFile = (id: string) => orm.delete(importChunks).where(eq(importChunks.importId, id))
  return {
    async add(municipalityId, { now, ...input }) {
      await orm.insert(imports).values({ municipalityId, ...input, status: 'uploading', createdAt: now })
    },
    async addChunk(municipalityId, importId, position, sealed) {
      await orm.insert(importChunks).values({ municipalityId, importId, position, sealed })
    },
    async filled(municipalityId, id, { sizeBytes, columns }) {
      await orm
        .update(imports)
        .set({ status: 'draft', sizeBytes, columns: [...columns] })
        .where(ofTenant(municipalityId, id))
    },
    async chunk(municipalityId, id, position) {
      const [found] = await orm
        .select({ sealed: importChunks.sealed })
        .from(importChunks)
        .where(and(eq(importChunks.municipalityId, municipalityId), eq(importChunks.importId, id), eq(importChunks.position, position)))
      return found?.sealed ?? null
    },
    async list(municipalityId, limit) {
      const rows = await listed()
        .where(and(eq(imports.municipalityId, municipalityId), ne(imports.status, 'uploading')))
        .orderBy(desc(imports.createdAt), desc(imports.id))
        .limit(limit)
      return rows.map(toImport)
    },
    async byId(municipalityId, id) {
      const [found] = await orm
        .select({ ...COLUMNS, columns: imports.columns, mapping: imports.mapping })
        .from(imports)
        .innerJoin(sources, eq(sources.id, imports.sourceId))
        .where(and(ofTenant(municipalityId, id), ne(imports.status, 'uploading')))
      return found ? { ...toImport(found), columns: found.columns ?? [], mapping: found.mapping } : null
    },
    async lastMapping(municipalityId, sourceId, columns) {
      const [found] = await orm
        .select({ mapping: imports.mapping })
        .from(imports)
        .where(
          and(
            eq(imports.municipalityId, municipalityId),
            eq(imports.sourceId, sourceId),
            isNotNull(imports.mapping),
            sql`${imports.columns}::jsonb = ${JSON.stringify(columns)}::jsonb`,
          ),
        )
        .orderBy(desc(imports.createdAt), desc(imports.id))
        .limit(1)
      return found?.mapping ?? null
    },
    async start(municipalityId, id, mapping) {
      const { rowCount } = await orm
        .update(imports)
        .set({ status: 'running', mapping, error: null, finishedAt: null })
        .where(and(ofTenant(municipalityId, id), inArray(imports.status, ['draft', 'failed'])))
      return rowCount === 1
    },
    async stop(municipalityId, id, now) {
      const { rowCount } = await orm
        .update(imports)
        .set({ status: 'stopped', finishedAt: now, leaseBy: null, leaseUntil: null })
        .where(and(ofTenant(municipalityId, id), inArray(imports.status, ['uploading', 'draft', 'running', 'failed'])))
      if (rowCount === 1) await forgetFile(id)
      return rowCount === 1
    },
    async claim(by, leaseMs) {
      const { rows } = await pool.query<ImportJob>({ name: 'claim-import', text: CLAIM, values: [by, leaseMs / 1000] })
      return rows[0] ?? null
    },
    async keep(by, id, leaseMs) {
      const { rowCount } = await orm
        .update(imports)
        .set({ leaseUntil: leaseUntil(leaseMs) })
        .where(held(by, id))
      return rowCount === 1
    },
    advance: (by, id, { refused, ...so }, leaseMs) =>
      database.transact(async (tx) => {
        const [kept] = await tx.orm
          .update(imports)
          .set({ ...so, leaseUntil: leaseUntil(leaseMs) })
          .where(held(by, id))
          .returning({ municipalityId: imports.municipalityId })
        if (!kept) return false
        const rows = refused.map((one) => ({ importId: id, municipalityId: kept.municipalityId, ...one }))
        if (rows.length > 0) await tx.orm.insert(importRefusals).values(rows).onConflictDoNothing()
        return true
      }),
    async release(by, id) {
      await orm.update(imports).set({ leaseBy: null, leaseUntil: null }).where(held(by, id))
    },
    async finish(by, id, { error, now }) {
      const { rowCount } = await orm
        .update(imports)
        .set({ status: error === null ? 'done' : 'failed', error, finishedAt: now, leaseBy: null, leaseUntil: null })
        .where(held(by, id))
      if (rowCount === 1 && error === null) await forgetFile(id)
    },
    refusals: (municipalityId, id, afterLine, limit) =>
      orm
        .select({ line: importRefusals.line, sealed: importRefusals.sealed })
        .from(importRefusals)
        .where(and(eq(importRefusals.municipalityId, municipalityId), eq(importRefusals.importId, id), gt(importRefusals.line, afterLine)))
        .orderBy(asc(importRefusals.line))
        .limit(limit),
    async expire(now) {
      const before = (days: number) => new Date(now.getTime() - days * DAY_MS)
      const stale = orm
        .select({ id: imports.id })
        .from(imports)
        .where(and(ne(imports.status, 'running'), or(lt(imports.finishedAt, before(FILE_DAYS)), lt(imports.createdAt, before(FILE_DAYS)))))
      await orm.delete(importChunks).where(inArray(importChunks.importId, stale))
      await orm
        .update(imports)
        .set({ status: 'stopped', finishedAt: now })
        .where(and(inArray(imports.status, ['uploading', 'draft', 'failed']), lt(imports.createdAt, before(FILE_DAYS))))
      const old = orm
        .select({ id: imports.id })
        .from(imports)
        .where(lt(imports.createdAt, before(REFUSAL_DAYS)))
      await orm.delete(importRefusals).where(inArray(importRefusals.importId, old))
    },
  }
}
