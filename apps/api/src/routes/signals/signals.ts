import { collection, signal, structuralProblem, watchedSignal } from '@rumoer/contracts'
import { loadStructural } from '@rumoer/walk'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Services } from '../../services.ts'
import { tenantOf } from '../../tenant.ts'
import { pageOfAll } from '../page-of-all.ts'
import { listQuery } from '../scope.ts'
import { createHourly } from './hourly.ts'

const signalQuery = listQuery.extend({
  kind: signal.shape.kind.optional(),
  /** Absent: both. */
  open: z.stringbool().optional(),
})

/** What the watches over areas and sources found, and what keeps coming back. */
export const signalRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  const structural = createHourly((municipalityId, at) => loadStructural(services.store, municipalityId, at))

  app.get(
    '/v1/signals',
    {
      config: { access: 'issues.read' },
      schema: {
        tags: ['signals'],
        summary: 'Signalen over gebieden en bronnen',
        description:
          'Waar meer mensen dan gewoon over één onderwerp spreken, ook over buurtgrenzen heen, welke bron stil valt en wat steeds terugkomt; nieuwste eerst, elk met voorwaarden en getallen. `open=true` geeft wat nog loopt.',
        querystring: signalQuery,
        response: { 200: collection(watchedSignal) },
      },
    },
    async (request) => {
      const { municipality, replay, total: _total, ...query } = request.query
      const { readId } = await tenantOf(services, request, { municipality, replay })
      return services.store.signals.list(readId, query)
    },
  )

  app.get(
    '/v1/structural-problems',
    {
      config: { access: 'issues.read' },
      schema: {
        tags: ['signals'],
        summary: 'Wat steeds terugkomt',
        description:
          'Onderwerpen die in één buurt in de laatste 52 weken telkens terugkwamen nadat ze waren gesloten, vaker dan toeval en het seizoen verklaren; het zekerste eerst.',
        querystring: listQuery,
        response: { 200: collection(structuralProblem) },
      },
    },
    async (request) => {
      const { municipality, replay, ...page } = request.query
      const { readId, now } = await tenantOf(services, request, { municipality, replay })
      return pageOfAll(services, readId, await structural(readId, now), page)
    },
  )
}
