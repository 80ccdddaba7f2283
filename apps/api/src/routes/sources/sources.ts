import { randomUUID } from 'node:crypto'
import { collection, id, newSource, source } from '@rumoer/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { audit } from '../../access/audit.ts'
import { newSecret } from '../../access/new-secret.ts'
import { notFound } from '../../errors.ts'
import { connectorOf } from '../../intake/connectors/index.ts'
import type { Services } from '../../services.ts'
import { tenantOf } from '../../tenant.ts'
import { pageOfAll } from '../page-of-all.ts'
import { listQuery, scopeQuery } from '../scope.ts'
import { newConnection } from './connection-of.ts'
import { expectPurpose } from './expect-purpose.ts'

const tags = ['sources']

/** Sources and their keys. */
export const sourceRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  const { sources, access } = services.store

  app.get(
    '/v1/sources',
    {
      config: { access: 'sources.read' },
      schema: { tags, summary: 'Bronnen en hoe het ermee gaat', querystring: listQuery, response: { 200: collection(source) } },
    },
    async (request) => {
      const { readId, now } = await tenantOf(services, request, request.query)
      return pageOfAll(services, readId, await sources.list(readId, now), request.query)
    },
  )

  app.get(
    '/v1/sources/:id',
    {
      config: { access: 'sources.read' },
      schema: { tags, summary: 'Eén bron', params: z.object({ id }), querystring: scopeQuery, response: { 200: source } },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const found = (await sources.list(municipality.id, services.now())).find((one) => one.id === request.params.id)
      if (!found) throw notFound('such source')
      return found
    },
  )

  app.post(
    '/v1/sources',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        summary: 'Voeg een bron toe',
        description:
          'De sleutel staat alleen in dit antwoord; een bron die zelf ophaalt of uit bestanden komt heeft er geen. Persoonlijke kanalen (zoals Facebook of e-mail) vragen doel, grondslag, eigenaar, einddatum en bewaartermijn voordat ze aan mogen.',
        querystring: scopeQuery,
        body: newSource,
        response: { 201: z.object({ id, key: z.string().nullable() }) },
      },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const { settings: given, paused, ...rest } = request.body
      const now = services.now()
      const connection = newConnection(rest.kind, given)
      if (!paused || rest.purpose) expectPurpose(rest, rest.purpose, now)
      const id = randomUUID()
      const sealed = connection && { settings: connection.settings, sealedSecrets: services.vault.sealSecrets(id, connection.secrets) }
      const added = await sources.add(municipality.id, { ...rest, id, paused, ...(sealed ? { connection: sealed } : {}), now })
      const categoryMap = connectorOf(added.kind)?.categoryMap
      if (categoryMap) await sources.setCategoryMap(added.id, categoryMap)
      await audit(services, request, municipality.id, 'source.add', added.id, added.channel)
      services.connectors.wake()
      reply.code(201).header('location', `/v1/sources/${added.id}`)
      if (connection || added.kind === 'file') return reply.send({ id: added.id, key: null })
      const { secret, hash } = newSecret('rumoer_')
      await access.addKey({ municipalityId: municipality.id, name: added.name, role: null, sourceId: added.id, secretHash: hash, now })
      return reply.send({ id: added.id, key: secret })
    },
  )
}
