import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { collection, fileImport, id, importMapping, importPreview } from '@rumoer/contracts'
import type { SourceRow } from '@rumoer/store'
import { fileColumns } from '@rumoer/walk'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { audit } from '../../access/audit.ts'
import { badField, notFound, ProblemError } from '../../errors.ts'
import { checkInput } from '../../intake/check.ts'
import { refusedCsv } from '../../intake/imports/refused-rows.ts'
import { sealedFile, sealFile } from '../../intake/imports/sealed-file.ts'
import { expectOpen } from '../../intake/post-messages.ts'
import type { Services } from '../../services.ts'
import { actorOf, tenantOf } from '../../tenant.ts'
import { pageOfAll } from '../page-of-all.ts'
import { listQuery, scopeQuery } from '../scope.ts'
import { previewImport } from './preview-import.ts'

const MOST_BYTES = 512 * 1024 * 1024
const LISTED = 100
const tags = ['imports']
const params = z.object({ id })
const chosen = z.strictObject({ mapping: importMapping.nullish() })

/** Files of messages: sent, looked at, taken in as a job, and what was refused of them. */
export const importRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  const { store } = services
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))

  async function importOf(municipalityId: number, importId: string) {
    const found = await store.imports.byId(municipalityId, importId)
    if (!found) throw notFound('such import')
    return found
  }
  async function openSource(municipalityId: number, sourceId: string): Promise<SourceRow> {
    const found = await store.sources.byId(municipalityId, sourceId)
    if (!found) throw badField('source', sourceId, 'expected the id of a source here')
    expectOpen(services, found)
    return found
  }

  app.get(
    '/v1/imports',
    {
      config: { access: 'admin' },
      schema: { tags, summary: 'Bestanden die zijn ingelezen', querystring: listQuery, response: { 200: collection(fileImport) } },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      return pageOfAll(services, municipality.id, await store.imports.list(municipality.id, LISTED), request.query)
    },
  )

  app.post(
    '/v1/imports',
    {
      config: { access: 'admin' },
      bodyLimit: MOST_BYTES,
      validatorCompiler: (route) => (route.httpPart === 'body' ? (data: unknown) => ({ value: data }) : checkInput(route)),
      schema: {
        tags,
        summary: 'Stuur een bestand met berichten',
        description:
          'CSV, XLSX, NDJSON, GeoJSON of de zip van de CSV-export van Signalen, ten hoogste 512 MB. Het wordt verzegeld bewaard tot het is ingelezen. Er wordt nog niets ingelezen.',
        querystring: scopeQuery.extend({ source: id, fileName: z.string().min(1).max(200) }),
        body: z.unknown(),
        consumes: ['application/octet-stream'],
        response: { 201: fileImport },
      },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const source = await openSource(municipality.id, request.query.source)
      const bytes: unknown = request.body
      if (!(bytes instanceof Readable)) throw badField('', '', 'expected the bytes of a file as application/octet-stream')
      const { fileName } = request.query
      const owner = { municipalityId: municipality.id, id: randomUUID() }
      await store.imports.add(municipality.id, {
        id: owner.id,
        sourceId: source.id,
        fileName,
        createdBy: actorOf(request),
        now: services.now(),
      })
      try {
        const sizeBytes = await sealFile(services, owner, bytes, MOST_BYTES)
        const columns = await fileColumns(sealedFile(services, owner, { name: fileName, size: sizeBytes }))
        await store.imports.filled(municipality.id, owner.id, { sizeBytes, columns })
      } catch (error) {
        await store.imports.stop(municipality.id, owner.id, services.now())
        throw error
      }
      return reply
        .code(201)
        .header('location', `/v1/imports/${owner.id}`)
        .send(await importOf(municipality.id, owner.id))
    },
  )

  app.get(
    '/v1/imports/:id',
    {
      config: { access: 'admin' },
      schema: { tags, summary: 'Hoe ver een bestand is', params, querystring: scopeQuery, response: { 200: fileImport } },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      return importOf(municipality.id, request.params.id)
    },
  )

  app.post(
    '/v1/imports/:id/_preview',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        summary: 'Bekijk tien rijen zoals ze bewaard zouden worden',
        description:
          'Noemt wat er mis is in de eerste duizend rijen. Zonder `mapping` geldt wat eerder voor deze bron en deze kolommen is gekozen, anders een voorstel. Er wordt niets ingelezen.',
        params,
        querystring: scopeQuery,
        body: chosen,
        response: { 200: importPreview },
      },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const found = await importOf(municipality.id, request.params.id)
      if (found.status !== 'draft' && found.status !== 'failed') throw new ProblemError(409, 'This file was taken in or stopped already.')
      const source = await store.sources.byId(municipality.id, found.source.id)
      if (!source) throw notFound('source of this import')
      return previewImport(services, source, found, request.body.mapping ?? null)
    },
  )

  app.post(
    '/v1/imports/:id/_start',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        summary: 'Lees een bestand in',
        description:
          'Loopt op de achtergrond en gaat na een herstart verder; niets komt dubbel. Opnieuw starten kan als het mislukte. Geen `mapping`: de kolommen zijn bekend.',
        params,
        querystring: scopeQuery,
        body: chosen,
        response: { 200: fileImport },
      },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const found = await importOf(municipality.id, request.params.id)
      await openSource(municipality.id, found.source.id)
      if (!(await store.imports.start(municipality.id, found.id, request.body.mapping ?? null)))
        throw new ProblemError(409, 'This file was started or stopped already.')
      await audit(services, request, municipality.id, 'import.start', found.id, found.source.name)
      services.imports.wake()
      return importOf(municipality.id, found.id)
    },
  )

  app.post(
    '/v1/imports/:id/_stop',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        summary: 'Stop met inlezen en gooi het bestand weg',
        description: 'Wat al is ingelezen blijft.',
        params,
        querystring: scopeQuery,
        response: { 200: fileImport },
      },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const found = await importOf(municipality.id, request.params.id)
      if (!(await store.imports.stop(municipality.id, found.id, services.now())))
        throw new ProblemError(409, 'This file was taken in or stopped already.')
      await audit(services, request, municipality.id, 'import.stop', found.id)
      return importOf(municipality.id, found.id)
    },
  )

  app.get(
    '/v1/imports/:id/_refused',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        summary: 'Rijen die niet zijn ingelezen, als CSV',
        description: 'Met regelnummer en reden, en de rij zoals die in het bestand stond. Dertig dagen te halen, ten hoogste 10.000 rijen.',
        params,
        querystring: scopeQuery,
        produces: ['text/csv'],
        response: { 200: z.any() },
      },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const found = await importOf(municipality.id, request.params.id)
      await audit(services, request, municipality.id, 'import.refused', found.id)
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="niet-ingelezen-${found.id.slice(0, 8)}.csv"`)
        .send(Readable.from(refusedCsv(services, municipality.id, found)))
    },
  )
}
