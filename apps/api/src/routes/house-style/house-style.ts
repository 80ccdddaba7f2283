import { houseStyle, unsafeColours } from '@rumoer/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { audit } from '../../access/audit.ts'
import { badInput } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { tenantOf } from '../../tenant.ts'
import { scopeQuery } from '../scope.ts'

const tags = ['house-style']

/** How a municipality looks on its screens; who is signed in and screens are told with their own municipality. */
export const houseStyleRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  const { houseStyles } = services.store

  app.put(
    '/v1/house-style',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        summary: 'Stel de huisstijl in',
        description: 'Kleuren die slecht te lezen zijn worden geweigerd, met een kleur die er dichtbij ligt en wel te lezen is.',
        querystring: scopeQuery,
        body: houseStyle,
        response: { 200: houseStyle },
      },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const unsafe = unsafeColours(request.body)
      if (unsafe.length > 0) {
        throw badInput(
          unsafe.map(({ path, value, least, proposal }) => ({
            path,
            value,
            expected: `expected a contrast of ${least}:1${proposal ? `, such as ${proposal}` : ''}`,
          })),
        )
      }
      await houseStyles.set(municipality.id, request.body, services.now())
      await audit(services, request, municipality.id, 'house-style.change', municipality.code)
      return request.body
    },
  )

  app.delete(
    '/v1/house-style',
    {
      config: { access: 'admin' },
      schema: { tags, summary: 'Ga terug naar de stijl van Rumoer', querystring: scopeQuery, response: { 204: z.undefined() } },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      await houseStyles.set(municipality.id, null, services.now())
      await audit(services, request, municipality.id, 'house-style.remove', municipality.code)
      return reply.code(204).send()
    },
  )
}
