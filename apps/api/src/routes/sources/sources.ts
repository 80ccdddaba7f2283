import { collection, id, type NewSource, newSource, PERSONAL_CHANNELS, source } from '@rumoer/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { audit } from '../../access/audit.ts'
import { newSecret } from '../../access/new-secret.ts'
import { badField, notFound } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { tenantOf } from '../../tenant.ts'
import { pageOfAll } from '../page-of-all.ts'
import { listQuery, scopeQuery } from '../scope.ts'

const tags = ['sources']

/** On channels where residents speak as private persons a source says why, on which ground, whose, until when and how long it keeps. */
function expectPurpose({ channel, purpose }: NewSource): void {
  if (purpose === undefined && (PERSONAL_CHANNELS as readonly string[]).includes(channel)) {
    throw badField(
      'purpose',
      undefined,
      `expected purpose, legalGround, owner, endsOn and retentionDays for a source of channel ${channel}`,
    )
  }
}

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
          'De sleutel staat alleen in dit antwoord. Persoonlijke kanalen (zoals Facebook of e-mail) vragen doel, grondslag, eigenaar, einddatum en bewaartermijn.',
        querystring: scopeQuery,
        body: newSource,
        response: { 201: z.object({ id, key: z.string() }) },
      },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      expectPurpose(request.body)
      const now = services.now()
      const added = await sources.add(municipality.id, { ...request.body, now })
      const { secret, hash } = newSecret('rumoer_')
      await access.addKey({ municipalityId: municipality.id, name: added.name, role: null, sourceId: added.id, secretHash: hash, now })
      await audit(services, request, municipality.id, 'source.add', added.id, added.channel)
      return reply.code(201).header('location', `/v1/sources/${added.id}`).send({ id: added.id, key: secret })
    },
  )
}
