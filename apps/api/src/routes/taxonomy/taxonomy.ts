import { DEFAULT_TAXONOMY, taxonomy } from '@rumoer/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { readQuery } from '../scope.ts'

/** Categories and departments. */
export const taxonomyRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/v1/taxonomy',
    {
      config: { access: 'areas.read' },
      schema: { tags: ['taxonomy'], summary: 'Categorieën en afdelingen', querystring: readQuery, response: { 200: taxonomy } },
    },
    async () => DEFAULT_TAXONOMY,
  )
}
