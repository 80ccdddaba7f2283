import { area, collection } from '@rumoer/contracts'
import { type ParsedAreas, parseAreas } from '@rumoer/walk'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { audit } from '../../access/audit.ts'
import { badField, badInput } from '../../errors.ts'
import { readJson } from '../../intake/read-json.ts'
import type { Services } from '../../services.ts'
import { actorOf, tenantOf } from '../../tenant.ts'
import { pageOfAll } from '../page-of-all.ts'
import { listQuery, scopeQuery } from '../scope.ts'

const tags = ['areas']
const IMPORT_BODY_BYTES = 64 * 1024 * 1024
const MAX_PROBLEMS = 100

/** Wijken and buurten. */
export const areaRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  const { areas, walk } = services.store
  app.addContentTypeParser('application/geo+json', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) => readJson(body))

  app.get(
    '/v1/areas',
    {
      config: { access: 'areas.read', screen: { query: ['geometry', 'limit', 'cursor'], pare: (answer) => answer } },
      schema: {
        tags,
        summary: 'Wijken en buurten',
        description: 'Met `geometry=true` ook de grenzen (GeoJSON MultiPolygon, WGS84).',
        querystring: listQuery.extend({ geometry: z.stringbool().default(false) }),
        response: { 200: collection(area) },
      },
    },
    async (request) => {
      const { readId } = await tenantOf(services, request, request.query)
      return pageOfAll(services, readId, await areas.list(readId, { geometry: request.query.geometry }), request.query)
    },
  )

  app.post(
    '/v1/areas/_import',
    {
      config: { access: 'admin' },
      bodyLimit: IMPORT_BODY_BYTES,
      schema: {
        tags,
        summary: 'Importeer wijken en buurten',
        description:
          'GeoJSON van CBS of PDOK (WGS84 of EPSG:28992) of een gebiedenlijst van Signalen. Opgeslagen berichten worden opnieuw geplaatst.',
        querystring: scopeQuery,
        body: z.unknown(),
        response: { 200: z.object({ areas: z.int().nonnegative(), problems: z.array(z.string()) }) },
      },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const { areas: found, problems } = readAreas(request.body)
      if (found.length === 0)
        throw badInput(
          problems.slice(0, MAX_PROBLEMS).map((expected) => ({ path: 'features', value: '', expected })),
          'No area could be read.',
        )
      const now = services.now()
      const imported = await areas.importAll(municipality.id, found, now)
      await walk.addCommand(municipality.id, { type: 'relocate', by: actorOf(request) }, now)
      services.walker.wake(municipality.id)
      await audit(services, request, municipality.id, 'areas.import', municipality.code, `${imported.areas} areas`)
      return { areas: imported.areas, problems: problems.slice(0, MAX_PROBLEMS) }
    },
  )
}

function readAreas(body: unknown): ParsedAreas {
  try {
    return parseAreas(body)
  } catch (error) {
    throw badField('', undefined, error instanceof Error ? error.message : 'expected areas')
  }
}
