import { collection, replay } from '@rumoer/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Services } from '../../services.ts'
import { tenantOf } from '../../tenant.ts'
import { pageOfAll } from '../page-of-all.ts'
import { listQuery } from '../scope.ts'

/** Replays of this municipality, to be watched with `replay=<id>`. */
export const replayRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  app.get(
    '/v1/replays',
    {
      config: { access: 'issues.read' },
      schema: { tags: ['replays'], summary: 'Herhalingen', querystring: listQuery, response: { 200: collection(replay) } },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      return pageOfAll(services, municipality.id, await services.store.replays.list(municipality.id), request.query)
    },
  )
}
