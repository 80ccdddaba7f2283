import { collection, id, key, newKey } from '@rumoer/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { audit } from '../../access/audit.ts'
import { newSecret } from '../../access/new-secret.ts'
import { notFound } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { tenantOf } from '../../tenant.ts'
import { pageOfAll } from '../page-of-all.ts'
import { listQuery, scopeQuery } from '../scope.ts'

const tags = ['keys']

/** Keys of programs; their secrets are shown once and kept as hashes. */
export const keyRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  const { access } = services.store

  app.get(
    '/v1/keys',
    { config: { access: 'admin' }, schema: { tags, summary: 'Sleutels', querystring: listQuery, response: { 200: collection(key) } } },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      return pageOfAll(services, municipality.id, await access.keys(municipality.id), request.query)
    },
  )

  app.post(
    '/v1/keys',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        summary: 'Voeg een sleutel toe',
        description: 'Voor een programma dat leest of meewerkt. De sleutel staat alleen in dit antwoord.',
        querystring: scopeQuery,
        body: newKey,
        response: { 201: z.object({ id, key: z.string() }) },
      },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const { secret, hash } = newSecret('rumoer_')
      const added = await access.addKey({
        municipalityId: municipality.id,
        ...request.body,
        sourceId: null,
        secretHash: hash,
        now: services.now(),
      })
      await audit(services, request, municipality.id, 'key.add', added.id, request.body.role)
      return reply.code(201).send({ id: added.id, key: secret })
    },
  )

  app.delete(
    '/v1/keys/:id',
    {
      config: { access: 'admin' },
      schema: { tags, summary: 'Trek een sleutel in', params: z.object({ id }), querystring: scopeQuery, response: { 204: z.undefined() } },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      if (!(await access.revokeKey(municipality.id, request.params.id, services.now()))) throw notFound('such key')
      await audit(services, request, municipality.id, 'key.revoke', request.params.id)
      return reply.code(204).send()
    },
  )
}
