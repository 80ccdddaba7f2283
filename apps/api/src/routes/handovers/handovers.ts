import { maskPersonalData } from '@rumoer/analysis/normalise'
import {
  collection,
  type Handover,
  handover,
  handoverPatch,
  handoverQuery,
  handoverWithLink,
  id,
  type MessageOut,
  type NewHandovers,
  newHandovers,
} from '@rumoer/contracts'
import type { HandoverInput } from '@rumoer/store'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { audit } from '../../access/audit.ts'
import { badField, notFound, ProblemError } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { actorOf, tenantOf } from '../../tenant.ts'
import { expectIssue } from '../check-references.ts'
import { pageOfAll } from '../page-of-all.ts'
import { readQuery, scoped, scopeQuery } from '../scope.ts'
import { receiverOf } from './receiver-of.ts'
import { sendLink } from './send-link.ts'
import { sendReport, waitsForReport } from './send-report.ts'

const tags = ['handovers']
const params = z.object({ id })

/** What was handed over to departments, issues and colleagues, by when, and what became of it. */
export const handoverRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  const { handovers } = services.store

  async function found(municipalityId: number, handoverId: string): Promise<Handover> {
    const present = await handovers.byId(municipalityId, handoverId, services.now())
    if (!present) throw notFound('such hand-over')
    return present
  }

  app.get(
    '/v1/handovers',
    {
      config: { access: 'handovers.read' },
      schema: {
        tags,
        summary: 'Overdrachten',
        description: 'Wat te laat is eerst, dan wat openstaat op termijn. `status=open` is alles wat nog iets vraagt.',
        querystring: z.strictObject({ ...handoverQuery, ...scoped }),
        response: { 200: collection(handover) },
      },
    },
    async (request) => {
      const { municipality, replay, limit, cursor, total, ...filter } = request.query
      const { readId, now } = await tenantOf(services, request, { municipality, replay })
      return pageOfAll(services, readId, await handovers.list(readId, filter, now), { limit, cursor, total })
    },
  )

  app.post(
    '/v1/handovers',
    {
      config: { access: 'handovers.work' },
      schema: {
        tags,
        summary: 'Draag een bericht of kwestie over',
        description:
          'Eén bericht kan tegelijk een melding, een symptoom en een aanbod van inwoners zijn: geef er zoveel als nodig. De link voor de ontvanger staat alleen in dit antwoord.',
        querystring: scopeQuery,
        body: newHandovers,
        response: { 201: z.object({ items: z.array(handoverWithLink) }) },
      },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const inputs = await inputsOf(services, request, municipality.id, request.body)
      const by = actorOf(request)
      const added = await handovers.add(municipality.id, inputs, { by, now: services.now() })
      for (const { id: made, kind, receiver } of added)
        await audit(services, request, municipality.id, 'handover.add', made, `${kind} to ${receiver.kind}`)
      const items = await Promise.all(
        added.map(async (one) =>
          sendLink(services, municipality, waitsForReport(one) ? await sendReport(services, municipality, one) : one, by),
        ),
      )
      return reply.code(201).header('location', `/v1/handovers/${added[0]!.id}`).send({ items })
    },
  )

  app.get(
    '/v1/handovers/:id',
    {
      config: { access: 'handovers.read' },
      schema: { tags, summary: 'Eén overdracht', params, querystring: readQuery, response: { 200: handover } },
    },
    async (request) => found((await tenantOf(services, request, request.query)).readId, request.params.id),
  )

  app.patch(
    '/v1/handovers/:id',
    {
      config: { access: 'handovers.work' },
      schema: {
        tags,
        summary: 'Wijzig status, termijn, toelichting, nummer of adres',
        description: '`version` is de versie die u zag. Is er intussen een nieuwere, dan is het antwoord 409 met de huidige in `current`.',
        params,
        querystring: scopeQuery,
        body: handoverPatch,
        response: { 200: handover },
      },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const { dueAt, note, ...patch } = request.body
      const changed = await handovers.change(municipality.id, request.params.id, {
        ...patch,
        ...(dueAt === undefined ? {} : { dueAt: new Date(dueAt) }),
        ...(note === undefined ? {} : { note: maskPersonalData(note).text }),
        by: actorOf(request),
        now: services.now(),
      })
      if (!changed) throw notFound('such hand-over')
      await audit(services, request, municipality.id, 'handover.change', changed.id, Object.keys(request.body).join(', '))
      return changed
    },
  )

  app.post(
    '/v1/handovers/:id/_link',
    {
      config: { access: 'handovers.work' },
      schema: {
        tags,
        summary: 'Maak een nieuwe link voor de ontvanger',
        description: 'Elke eerdere link werkt dan niet meer. Met een adres en een mailserver gaat de link ook per mail.',
        params,
        querystring: scopeQuery,
        response: { 200: handoverWithLink },
      },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const sent = await sendLink(services, municipality, await found(municipality.id, request.params.id), actorOf(request))
      await audit(services, request, municipality.id, 'handover.link', sent.id, sent.mailed ? 'mailed' : 'shown')
      return sent
    },
  )

  app.post(
    '/v1/handovers/:id/_report',
    {
      config: { access: 'handovers.work' },
      schema: {
        tags,
        summary: 'Stuur een melding nog eens',
        description:
          'Voor een melding die niet aankwam bij de bron waaraan zij is overgedragen. Wat al een nummer heeft gaat niet nog eens.',
        params,
        querystring: scopeQuery,
        response: { 200: handover },
      },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const present = await found(municipality.id, request.params.id)
      if (!waitsForReport(present)) throw new ProblemError(409, 'This hand-over has nothing left to report.')
      await audit(services, request, municipality.id, 'handover.report', present.id, present.receiver.name)
      return sendReport(services, municipality, present)
    },
  )

  app.delete(
    '/v1/handovers/:id/_link',
    {
      config: { access: 'handovers.work' },
      schema: { tags, summary: 'Trek de link in', params, querystring: scopeQuery, response: { 200: handover } },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const revoked = { until: null, by: actorOf(request), now: services.now() }
      if ((await handovers.renewLink(municipality.id, request.params.id, revoked)) === null) throw notFound('such hand-over')
      await audit(services, request, municipality.id, 'handover.revoke', request.params.id)
      return found(municipality.id, request.params.id)
    },
  )
}

/** What was asked, checked and masked; of a report that is one itself the number comes along. */
async function inputsOf(services: Services, request: FastifyRequest, municipalityId: number, body: NewHandovers): Promise<HandoverInput[]> {
  const message = body.message === null ? null : await services.store.messages.byId(municipalityId, body.message)
  if (body.message !== null && !message) throw badField('message', body.message, 'expected the id of a message here')
  await expectIssue(services, municipalityId, 'issue', body.issue)
  const issue = body.issue ?? message?.issue ?? null
  const inputs: HandoverInput[] = []
  for (const [at, one] of body.handovers.entries()) {
    const receiver = await receiverOf(services, request, one.receiver, { municipalityId, path: `handovers.${at}.receiver`, issue })
    inputs.push({
      kind: one.kind,
      messageId: message?.id ?? null,
      issueId: receiver.kind === 'issue' ? receiver.code : issue,
      receiver,
      mail: one.mail,
      note: maskPersonalData(one.note).text,
      externalId: one.externalId ?? (receiver.kind === 'signalen' ? numberOf(message, receiver.code) : null),
      dueAt: new Date(one.dueAt),
    })
  }
  return inputs
}

/** The number that a report has in its receiver's own system already: with a source that is written to, only when it came from there. */
const numberOf = (message: MessageOut | null, sourceId: string | null): string | null =>
  message?.kind === 'melding' && (sourceId === null || message.source.id === sourceId) ? message.externalId : null
