import { id, outlook } from '@rumoer/contracts'
import { loadGrowth, loadOutlook } from '@rumoer/walk'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { notFound } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { tenantOf } from '../../tenant.ts'
import { readQuery } from '../scope.ts'
import { createHourly } from './hourly.ts'

/** Why an issue stands where it stands, and what may come of it. */
export const outlookRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  const growth = createHourly((municipalityId, at) => loadGrowth(services.store, municipalityId, at))

  app.get(
    '/v1/issues/:id/outlook',
    {
      config: { access: 'issues.read' },
      schema: {
        tags: ['issues'],
        summary: 'Waarom een kwestie staat waar hij staat, en wat er van kan komen',
        description:
          'De warmte als som van haar delen, hoeveel berichten de komende 24 uur te verwachten zijn (met grenzen waarbinnen ongeveer vier van de vijf kwesties blijven), en of de stemming omslaat.',
        params: z.object({ id }),
        querystring: readQuery,
        response: { 200: outlook },
      },
    },
    async (request) => {
      const { readId, now } = await tenantOf(services, request, request.query)
      const found = await services.store.issues.byId(readId, request.params.id)
      if (!found) throw notFound('such issue')
      const [normal, examples] = await Promise.all([services.normals(readId, now), growth(readId, now)])
      return loadOutlook(services.store, { municipalityId: readId, issueId: found.id, at: now }, { normal, growth: examples })
    },
  )
}
