import { collection, id, instant } from '@rumoer/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { audit } from '../../access/audit.ts'
import type { Services } from '../../services.ts'
import { tenantOf } from '../../tenant.ts'
import { pageOfAll } from '../page-of-all.ts'
import { listQuery, scopeQuery } from '../scope.ts'

const tags = ['set-aside']
const setAsideMessage = z.object({ id: z.int(), messageId: id, error: z.string(), at: instant, attempts: z.int().nonnegative() })
const MAX_IDS = 10_000

/** Messages that could not be walked, and another try. */
export const setAsideRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  const { inbox } = services.store

  app.get(
    '/v1/set-aside',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        summary: 'Berichten die niet verwerkt konden worden',
        querystring: listQuery,
        response: { 200: collection(setAsideMessage) },
      },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const rows = await inbox.listSetAside(municipality.id)
      return pageOfAll(
        services,
        municipality.id,
        rows.map((row) => ({ ...row, at: row.at.toISOString() })),
        request.query,
      )
    },
  )

  app.post(
    '/v1/set-aside/_retry',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        summary: 'Probeer opnieuw',
        description: 'Zonder `ids`: alle.',
        querystring: scopeQuery,
        body: z.strictObject({ ids: z.array(z.int().positive()).max(MAX_IDS).optional() }).default({}),
        response: { 200: z.object({ retried: z.int().nonnegative() }) },
      },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const retried = await inbox.retrySetAside(municipality.id, services.now(), request.body.ids)
      services.walker.wake(municipality.id)
      await audit(services, request, municipality.id, 'set-aside.retry', String(retried))
      return { retried }
    },
  )
}
