import { collection, id, intakeResult, messageCounts, messageOut, messageQuery, rawMessage, readingCorrection } from '@rumoer/contracts'
import type { WalkCommandInput } from '@rumoer/store'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { notFound } from '../../errors.ts'
import { checkInput } from '../../intake/check.ts'
import { sourceOf, takeBatch, takeLines, takeOne } from '../../intake/post-messages.ts'
import type { Services } from '../../services.ts'
import { actorOf, tenantOf } from '../../tenant.ts'
import { commandWaiting, runCommand } from '../run-command.ts'
import { readQuery, scoped, scopeQuery } from '../scope.ts'

const BATCH_BODY_BYTES = 32 * 1024 * 1024
const NDJSON_TYPES = ['application/x-ndjson', 'application/ndjson', 'application/jsonl']
const tags = ['messages']
const countQuery = messageQuery.omit({ limit: true, cursor: true, total: true, sort: true }).extend(scoped)

/** Messages in (one, a batch, a stream of lines) and out. */
export const messageRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  app.addContentTypeParser(NDJSON_TYPES, (_request, payload, done) => done(null, payload))

  app.post(
    '/v1/messages',
    {
      config: { access: 'messages.ingest' },
      bodyLimit: BATCH_BODY_BYTES,
      validatorCompiler: (route) => (route.httpPart === 'body' ? (data: unknown) => ({ value: data }) : checkInput(route)),
      schema: {
        tags,
        summary: 'Lever berichten aan',
        description:
          'Eén bericht (201, of 200 als het bekend is), een lijst van ten hoogste 1.000, of application/x-ndjson van elke lengte. Het antwoord komt nadat alles is opgeslagen. Een fout bericht weigert alleen zichzelf.',
        querystring: z.strictObject({}),
        body: z.union([rawMessage, z.array(rawMessage)]),
        consumes: ['application/json', 'application/x-ndjson'],
        response: { 200: z.union([intakeResult, messageOut]), 201: messageOut },
      },
    },
    async (request, reply) => {
      const source = await sourceOf(services, request)
      const body: unknown = request.body
      if (isByteStream(body)) return takeLines(services, source, body)
      if (Array.isArray(body)) return takeBatch(services, source, body)
      const { isNew, message } = await takeOne(services, source, body)
      return reply
        .code(isNew ? 201 : 200)
        .header('location', `/v1/messages/${message.id}`)
        .send(message)
    },
  )

  app.get(
    '/v1/messages',
    {
      config: { access: 'messages.read' },
      schema: {
        tags,
        summary: 'Zoek berichten',
        description: 'Zoekt in de tekst (Nederlands) en filtert. Oudste ontvangst eerst; `next` is de cursor van de volgende bladzijde.',
        querystring: messageQuery.extend(scoped),
        response: { 200: collection(messageOut) },
      },
    },
    async (request) => {
      const { municipality, ...query } = request.query
      const { readId } = await tenantOf(services, request, { municipality, replay: query.replay })
      return services.store.messages.search(readId, query)
    },
  )

  app.get(
    '/v1/message-counts',
    {
      config: { access: 'messages.read' },
      schema: {
        tags,
        summary: 'Tel berichten',
        description:
          'Telt wat dezelfde zoekvraag op `/v1/messages` vindt, per kanaal, soort, onderwerp, gebied, toon, soort bericht en rol. Elke lijst is geteld zonder zijn eigen filter.',
        querystring: countQuery,
        response: { 200: messageCounts },
      },
    },
    async (request) => {
      const { municipality, replay, ...filter } = request.query
      const { readId } = await tenantOf(services, request, { municipality, replay })
      return services.store.messages.counts(readId, filter)
    },
  )

  app.get(
    '/v1/messages/:id',
    {
      config: { access: 'messages.read' },
      schema: { tags, summary: 'Eén bericht', params: z.object({ id }), querystring: readQuery, response: { 200: messageOut } },
    },
    async (request) => {
      const { readId } = await tenantOf(services, request, request.query)
      const found = await services.store.messages.byId(readId, request.params.id)
      if (!found) throw notFound('such message')
      return found
    },
  )

  app.patch(
    '/v1/messages/:id/reading',
    {
      config: { access: 'messages.correct' },
      schema: {
        tags,
        summary: 'Verbeter de duiding van een bericht',
        description:
          'Wat een mens verbetert blijft staan. Velden die ontbreken blijven zoals de machine ze las. Berichten die hierop lijken worden voortaan gelezen met deze verbetering erbij.',
        params: z.object({ id }),
        querystring: scopeQuery,
        body: readingCorrection,
        response: { 200: messageOut, 202: commandWaiting },
      },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const by = actorOf(request)
      const changed = await change(municipality.id, { type: 'correct', message: request.params.id, correction: request.body, by })
      return reply.code('command' in changed ? 202 : 200).send(changed)
    },
  )

  app.delete(
    '/v1/messages/:id/reading',
    {
      config: { access: 'messages.correct' },
      schema: {
        tags,
        summary: 'Neem de verbeteringen van een bericht terug',
        description: 'De duiding van de machine geldt weer, en wat zij van de verbeteringen leerde is vergeten.',
        params: z.object({ id }),
        querystring: scopeQuery,
        response: { 200: messageOut, 202: commandWaiting },
      },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const changed = await change(municipality.id, { type: 'withdraw', message: request.params.id, by: actorOf(request) })
      return reply.code('command' in changed ? 202 : 200).send(changed)
    },
  )

  /** Lets the walker change the reading of a message; answers the message as it is read now, or the number of the edit that waits. */
  async function change(municipalityId: number, command: WalkCommandInput & { type: 'correct' | 'withdraw' }) {
    const { messages } = services.store
    if (!(await messages.byId(municipalityId, command.message))) throw notFound('such message')
    const waiting = await runCommand(services, municipalityId, command)
    if (waiting) return waiting
    const changed = await messages.byId(municipalityId, command.message)
    if (!changed) throw notFound('such message')
    return changed
  }
}

const isByteStream = (body: unknown): body is AsyncIterable<Uint8Array> =>
  body !== null && typeof body === 'object' && Symbol.asyncIterator in body
