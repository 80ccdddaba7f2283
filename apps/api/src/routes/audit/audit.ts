import { auditEntry, collection, DEFAULT_PAGE, MAX_PAGE } from '@rumoer/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Services } from '../../services.ts'
import { tenantOf } from '../../tenant.ts'
import { scopeQuery } from '../scope.ts'

/** Who did what to access and configuration. */
export const auditRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  app.get(
    '/v1/audit',
    {
      config: { access: 'admin' },
      schema: {
        tags: ['audit'],
        summary: 'Wie deed wat',
        querystring: scopeQuery.extend({
          limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(DEFAULT_PAGE),
          cursor: z.string().max(500).optional(),
        }),
        response: { 200: collection(auditEntry) },
      },
    },
    async (request) => {
      const { limit, cursor, ...scope } = request.query
      const { municipality } = await tenantOf(services, request, scope)
      return services.store.audit.list(municipality.id, limit, cursor)
    },
  )
}
