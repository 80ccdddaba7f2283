import { summary } from '@rumoer/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Services } from '../../services.ts'
import { tenantOf } from '../../tenant.ts'
import { readQuery } from '../scope.ts'
import { usualLastHour } from './usual-last-hour.ts'

/** The head and the map of the wall. */
export const summaryRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  app.get(
    '/v1/summary',
    {
      config: { access: 'issues.read', screen: { query: [], pare: (answer) => answer } },
      schema: {
        tags: ['summary'],
        summary: 'Hoe het nu is',
        description: 'Tellingen van vandaag, de bronnen en de wijken en buurten, als één momentopname.',
        querystring: readQuery,
        response: { 200: summary },
      },
    },
    async (request) => {
      const { readId, now } = await tenantOf(services, request, request.query)
      const [told, normal] = await Promise.all([services.store.counts.summary(readId, now), services.normals(readId, now)])
      return { ...told, expectedLastHour: usualLastHour(normal, now.getTime()) }
    },
  )
}
