import { type MessageOut, messageOut, nearby, nearbyQuestion, newEntry } from '@rumoer/contracts'
import { ConflictError, type SourceRow } from '@rumoer/store'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { expectOpen, takeOne } from '../../intake/post-messages.ts'
import type { Services } from '../../services.ts'
import { tenantOf } from '../../tenant.ts'
import { scopeQuery } from '../scope.ts'
import { findNearby } from './find-nearby.ts'

const tags = ['messages']
const SOURCE_NAME = 'Telefoon en balie'

/** What colleagues write down at the telephone or the desk, and what plays nearby while they write. */
export const entryRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  app.post(
    '/v1/entries',
    {
      config: { access: 'messages.correct' },
      schema: {
        tags,
        summary: 'Leg een contact of melding vast',
        description:
          'Met een id dat de afzender zelf maakt: nog eens sturen is hetzelfde contact (200). Wie het vertelde wordt niet gevraagd en niet bewaard.',
        querystring: scopeQuery,
        body: newEntry,
        response: { 200: messageOut, 201: messageOut },
      },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const source = await sourceOfEntries(services, municipality.id)
      expectOpen(services, source)
      const { id, address, ...entry } = request.body
      const raw = { externalId: `invoer-${id}`, ...entry, ...(address ? { location: { address } } : {}) }
      const { isNew, message }: { isNew: boolean; message: MessageOut } = await takeOne(services, source, raw)
      return reply
        .code(isNew ? 201 : 200)
        .header('location', `/v1/messages/${message.id}`)
        .send(message)
    },
  )

  app.post(
    '/v1/entries/_nearby',
    {
      config: { access: 'messages.read' },
      schema: {
        tags,
        summary: 'Wat speelt er al, hier en hierover',
        description: 'Leest wat er tot nu toe staat en noemt open issues en open meldingen die erop lijken. Er wordt niets bewaard.',
        querystring: scopeQuery,
        body: nearbyQuestion,
        response: { 200: nearby },
      },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      return findNearby(services, municipality.id, request.body)
    },
  )
}

/** Entries have one source per municipality, made with the first. */
async function sourceOfEntries({ store, now }: Services, municipalityId: number): Promise<SourceRow> {
  const [known] = await store.sources.ofKind(municipalityId, 'manual')
  if (known) return known
  try {
    return await store.sources.add(municipalityId, { name: SOURCE_NAME, kind: 'manual', channel: 'telephone', now: now() })
  } catch (error) {
    // A colleague was just before; or a source of another kind bears the name, and then so does ours.
    const [made] = await store.sources.ofKind(municipalityId, 'manual')
    if (made) return made
    if (!(error instanceof ConflictError)) throw error
    return store.sources.add(municipalityId, { name: `${SOURCE_NAME} (invoer)`, kind: 'manual', channel: 'telephone', now: now() })
  }
}
