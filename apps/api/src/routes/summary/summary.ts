import { expectedBetween, type Normal } from '@rumoer/analysis/detect'
import { DEFAULT_TAXONOMY, summary, UNKNOWN_CATEGORY } from '@rumoer/contracts'
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

/** What an hour like the last one brings in all categories together; null without history. */
function usualLastHour(normal: Normal, nowMs: number): number | null {
  if (normal.exposureHours === 0) return null
  const categories = [...DEFAULT_TAXONOMY.categories.map(({ slug }) => slug), UNKNOWN_CATEGORY.main]
  return categories.reduce((sum, category) => sum + expectedBetween(normal, { areaCode: null, category }, nowMs - HOUR_MS, nowMs).mean, 0)
}
