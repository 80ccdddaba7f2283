import { maskPersonalData } from '@rumoer/analysis/normalise'
import { collection, type HandedOver, type Handover, type HandoverAnswer, handedOver, handoverAnswer, id } from '@rumoer/contracts'
import { StaleVersionError } from '@rumoer/store'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { audit } from '../../access/audit.ts'
import { notFound, ProblemError } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { actorOf, tenantOf } from '../../tenant.ts'
import { pageOfAll } from '../page-of-all.ts'
import { listQuery, scopeQuery } from '../scope.ts'
import { seenByReceiver } from './seen-by-receiver.ts'

const tags = ['handovers']
const BY_LINK_PER_MINUTE = 60
const token = z.string().min(1).max(200)
const byLink = {
  access: 'public',
  rateLimit: { max: BY_LINK_PER_MINUTE, timeWindow: '1 minute', keyGenerator: (request: FastifyRequest) => request.ip },
} as const

/** The receiver's own door: what was handed over to them, by link or signed in, and their answer. */
export const handedOverRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  const { handovers } = services.store

  /** A token travels in the body, so that no log of addresses has it. */
  async function openLink(given: string): Promise<{ municipalityId: number; handover: Handover }> {
    const named = services.links.read(given)
    if (!named) throw notFound('such link')
    const now = services.now()
    const opened = named.until > now ? await handovers.byLink(named.id, named.version, now) : null
    if (!opened)
      throw new ProblemError(410, 'This link no longer works: it is too old, was revoked, or a newer one was made. Ask for another.')
    return opened
  }

  /** Answers what its receiver may see of it then; of what somebody changed in the meantime a 409 shows no more than that. */
  async function answer(municipalityId: number, handover: Handover, said: HandoverAnswer, who: { by: string; behindLink: boolean }) {
    const { version, status, text } = said
    if (handover.status === 'withdrawn') throw notFound('such hand-over')
    const change = { version, status, answer: maskPersonalData(text).text, by: who.by, now: services.now() }
    try {
      const changed = await handovers.change(municipalityId, handover.id, change)
      return await seenByReceiver(services, municipalityId, changed ?? handover, who)
    } catch (error) {
      if (!(error instanceof StaleVersionError)) throw error
      const current = await seenByReceiver(services, municipalityId, error.current as Handover, who)
      throw new ProblemError(409, 'Somebody changed this in the meantime.', { more: { current } })
    }
  }

  /** Those that go to the address of who asks. */
  async function own(municipalityId: number, request: FastifyRequest): Promise<Handover[]> {
    if (request.principal?.kind !== 'user') return []
    const found = await handovers.list(municipalityId, { mail: request.principal.email }, services.now())
    return found.filter(({ status }) => status !== 'withdrawn')
  }

  app.post(
    '/v1/handed-over/_open',
    {
      config: byLink,
      schema: {
        tags,
        summary: 'Open wat een link laat zien',
        querystring: z.strictObject({}),
        body: z.strictObject({ token }),
        response: { 200: handedOver },
      },
    },
    async (request): Promise<HandedOver> => {
      const { municipalityId, handover } = await openLink(request.body.token)
      return seenByReceiver(services, municipalityId, handover, { behindLink: true })
    },
  )

  app.post(
    '/v1/handed-over/_answer',
    {
      config: byLink,
      schema: {
        tags,
        summary: 'Antwoord met een link',
        querystring: z.strictObject({}),
        body: handoverAnswer.extend({ token }),
        response: { 200: handedOver },
      },
    },
    async (request): Promise<HandedOver> => {
      const { token: given, ...said } = request.body
      const { municipalityId, handover } = await openLink(given)
      const by = handover.receiver.name
      const answered = await answer(municipalityId, handover, said, { by, behindLink: true })
      const entry = { by: `link of ${by}`, action: 'handover.answer', subject: handover.id, detail: said.status }
      await services.store.audit.write({ municipalityId, ...entry, now: services.now() })
      return answered
    },
  )

  app.get(
    '/v1/handed-over',
    {
      config: { access: 'handovers.answer' },
      schema: {
        tags,
        summary: 'Wat aan u is overgedragen',
        querystring: listQuery.omit({ replay: true }),
        response: { 200: collection(handedOver) },
      },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const page = await pageOfAll(services, municipality.id, await own(municipality.id, request), request.query)
      const items = page.items.map((one) => seenByReceiver(services, municipality.id, one, { behindLink: false }))
      return { ...page, items: await Promise.all(items) }
    },
  )

  app.post(
    '/v1/handed-over/:id/_answers',
    {
      config: { access: 'handovers.answer' },
      schema: {
        tags,
        summary: 'Antwoord op wat aan u is overgedragen',
        params: z.object({ id }),
        querystring: scopeQuery,
        body: handoverAnswer,
        response: { 200: handedOver },
      },
    },
    async (request): Promise<HandedOver> => {
      const { municipality } = await tenantOf(services, request, request.query)
      const mine = (await own(municipality.id, request)).find((one) => one.id === request.params.id)
      if (!mine) throw notFound('such hand-over')
      const answered = await answer(municipality.id, mine, request.body, { by: actorOf(request), behindLink: false })
      await audit(services, request, municipality.id, 'handover.answer', mine.id, request.body.status)
      return answered
    },
  )
}
