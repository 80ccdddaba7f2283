import { type Briefing, briefing, briefingLink, briefingShare, crisis, crisisPatch, crisisState, id, newCrisis } from '@rumoer/contracts'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { audit } from '../../access/audit.ts'
import { notFound, ProblemError } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { actorOf, tenantOf } from '../../tenant.ts'
import { scopeQuery } from '../scope.ts'
import { makeBriefing } from './make-briefing.ts'

const tags = ['crisis']
const HOUR_MS = 3_600_000
const BY_LINK_PER_MINUTE = 60

/** Crisis mode: started and ended by people with a reason, and the briefing that partners read by a link that ends. */
export const crisisRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  const { crises, events } = services.store
  const expectRunning = <Found>(found: Found | null): Found => {
    if (found === null) throw notFound('crisis that runs')
    return found
  }

  app.get(
    '/v1/crisis',
    {
      config: { access: 'issues.read' },
      schema: {
        tags,
        summary: 'Of de crisisstand aan is',
        description: 'Met wat er in de planning wacht; dat blijft wachten tot iemand het vrijgeeft, ook na de crisis.',
        querystring: scopeQuery,
        response: { 200: crisisState },
      },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const [present, held, seq] = await Promise.all([
        crises.present(municipality.id),
        crises.held(municipality.id),
        events.seq(municipality.id),
      ])
      return { crisis: present, held, seq }
    },
  )

  app.post(
    '/v1/crisis',
    {
      config: { access: 'alerts.work' },
      schema: {
        tags,
        summary: 'Zet de crisisstand aan',
        description: 'Met een reden. Drempels van alle regels worden gehalveerd. Met `freeze` wacht alles wat gepland is.',
        querystring: scopeQuery,
        body: newCrisis,
        response: { 201: crisis },
      },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const started = await crises.start(municipality.id, { ...request.body, by: actorOf(request), now: services.now() })
      await audit(services, request, municipality.id, 'crisis.start', started.id, started.reason)
      services.walker.wake(municipality.id)
      return reply.code(201).send(started)
    },
  )

  app.patch(
    '/v1/crisis',
    {
      config: { access: 'planning.work' },
      schema: { tags, summary: 'Bevries de planning', querystring: scopeQuery, body: crisisPatch, response: { 200: crisis } },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const frozen = expectRunning(await crises.freeze(municipality.id, services.now()))
      await audit(services, request, municipality.id, 'crisis.freeze', frozen.id)
      return frozen
    },
  )

  app.delete(
    '/v1/crisis',
    {
      config: { access: 'alerts.work' },
      schema: { tags, summary: 'Zet de crisisstand uit', querystring: scopeQuery, response: { 204: z.undefined() } },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const { id: crisisId } = expectRunning(await crises.present(municipality.id))
      await crises.end(municipality.id, { by: actorOf(request), now: services.now() })
      await audit(services, request, municipality.id, 'crisis.end', crisisId)
      return reply.code(204).send()
    },
  )

  app.post(
    '/v1/crisis/held/:id/_release',
    {
      config: { access: 'planning.work' },
      schema: {
        tags,
        summary: 'Geef een contentitem vrij dat wacht',
        params: z.object({ id }),
        querystring: scopeQuery,
        response: { 204: z.undefined() },
      },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      if (!(await crises.release(municipality.id, request.params.id, { by: actorOf(request), now: services.now() })))
        throw notFound('such item that waits')
      await audit(services, request, municipality.id, 'crisis.release', request.params.id)
      return reply.code(204).send()
    },
  )

  app.get(
    '/v1/crisis/briefing',
    {
      config: { access: 'issues.read' },
      schema: { tags, summary: 'Het beeld van de crisis', querystring: scopeQuery, response: { 200: briefing } },
    },
    async (request): Promise<Briefing> => {
      const { municipality } = await tenantOf(services, request, request.query)
      return makeBriefing(services, municipality.id, expectRunning(await crises.present(municipality.id)))
    },
  )

  app.post(
    '/v1/crisis/briefing/_share',
    {
      config: { access: 'alerts.work' },
      schema: {
        tags,
        summary: 'Deel het beeld',
        description: 'Een link die alleen lezen laat, en na zoveel uur eindigt; een nieuwe link maakt de vorige ongeldig.',
        querystring: scopeQuery,
        body: briefingShare,
        response: { 201: briefingLink },
      },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const now = services.now()
      const until = new Date(now.getTime() + request.body.hours * HOUR_MS)
      const { id: crisisId, version } = expectRunning(await crises.share(municipality.id, until, now))
      await audit(services, request, municipality.id, 'crisis.share', crisisId, until.toISOString())
      const token = services.briefingLinks.sign({ id: crisisId, version, until })
      return reply.code(201).send({ url: `${services.running.publicUrl}/crisisbeeld#${token}`, until: until.toISOString() })
    },
  )

  app.delete(
    '/v1/crisis/briefing/_share',
    {
      config: { access: 'alerts.work' },
      schema: { tags, summary: 'Deel het beeld niet meer', querystring: scopeQuery, response: { 204: z.undefined() } },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      await crises.unshare(municipality.id, services.now())
      await audit(services, request, municipality.id, 'crisis.unshare', municipality.code)
      return reply.code(204).send()
    },
  )

  app.post(
    '/v1/briefings/_open',
    {
      config: {
        access: 'public',
        rateLimit: { max: BY_LINK_PER_MINUTE, timeWindow: '1 minute', keyGenerator: (request: FastifyRequest) => request.ip },
      },
      schema: {
        tags,
        summary: 'Lees het beeld achter een link',
        querystring: z.strictObject({}),
        body: z.strictObject({ token: z.string().min(1).max(200) }),
        response: { 200: briefing },
      },
    },
    async (request): Promise<Briefing> => {
      const named = services.briefingLinks.read(request.body.token)
      if (!named) throw notFound('such link')
      const now = services.now()
      const opened = named.until > now ? await crises.byLink(named.id, named.version, now) : null
      if (!opened) throw new ProblemError(410, 'This link no longer works: it is too old, was taken back, or the crisis is over.')
      return { ...(await makeBriefing(services, opened.municipalityId, opened.crisis)), until: named.until.toISOString() }
    },
  )
}
