import { expectedBetween } from '@rumoer/analysis/detect'
import { summary } from '@rumoer/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Services } from '../../services.ts'
import { tenantOf } from '../../tenant.ts'
import { readQuery } from '../scope.ts'

const HOUR_MS = 3_600_000

/** The head and the map of the wall. */
export const summaryRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  app.get(
    '/v1/summary',
    {
      config: { access: 'issues.read' },
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
      const { counts } = services.store
      const [told, normal, firstHour] = await Promise.all([
        counts.summary(readId, now),
        services.normals(readId, now),
        counts.firstHour(readId),
      ])
      const nowMs = now.getTime()
      const usual = firstHour === null ? null : expectedBetween(normal, { areaCode: null, category: null }, nowMs - HOUR_MS, nowMs).mean
      return { ...told, expectedLastHour: usual }
    },
  )
}
