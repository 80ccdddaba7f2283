import { collection, id, newUser, user } from '@rumoer/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { audit } from '../../access/audit.ts'
import { inviteLink } from '../../access/invite.ts'
import { notFound } from '../../errors.ts'
import { permissionsOf } from '../../plugins/access.ts'
import type { Services } from '../../services.ts'
import { tenantOf } from '../../tenant.ts'
import { pageOfAll } from '../page-of-all.ts'
import { listQuery, scopeQuery } from '../scope.ts'

const tags = ['users']
const params = z.object({ id })
const MAX_PEOPLE = 100_000
const shownUser = user.partial().required({ id: true, name: true })

/** People: id and name for pickers, the rest for administrators. */
export const userRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  const { access } = services.store

  async function expectUser(municipalityId: number, userId: string) {
    const found = (await access.users(municipalityId, { limit: MAX_PEOPLE })).find((one) => one.id === userId)
    if (!found) throw notFound('such person')
    return found
  }

  app.get(
    '/v1/users',
    {
      config: { access: 'issues.read' },
      schema: {
        tags,
        summary: 'Mensen die hier werken',
        description: 'Nummer en naam; een beheerder ziet ook adres en rol.',
        querystring: listQuery.extend({ q: z.string().max(100).optional() }),
        response: { 200: collection(shownUser) },
      },
    },
    async (request) => {
      const { q } = request.query
      const { municipality } = await tenantOf(services, request, request.query)
      const people = await access.users(municipality.id, { limit: MAX_PEOPLE, ...(q === undefined ? {} : { q }) })
      const isAdmin = request.principal !== null && permissionsOf(request.principal).includes('admin')
      const shown: z.infer<typeof shownUser>[] = isAdmin
        ? people
        : people.filter((one) => one.revokedAt === null).map((one) => ({ id: one.id, name: one.name }))
      return pageOfAll(services, municipality.id, shown, request.query)
    },
  )

  app.post(
    '/v1/users',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        summary: 'Voeg iemand toe',
        description: 'Het antwoord bevat een aanmeldlink die één keer werkt, dertig minuten lang.',
        querystring: scopeQuery,
        body: newUser,
        response: { 201: user.extend({ link: z.string() }) },
      },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const added = await access.addUser({ municipalityId: municipality.id, ...request.body, now: services.now() })
      await audit(services, request, municipality.id, 'user.add', added.id, added.role)
      return reply.code(201).send({ ...added, link: await inviteLink(services, added.id) })
    },
  )

  app.post(
    '/v1/users/:id/_invite',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        summary: 'Maak een nieuwe aanmeldlink',
        params,
        querystring: scopeQuery,
        response: { 200: z.object({ id, link: z.string() }) },
      },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const found = await expectUser(municipality.id, request.params.id)
      if (found.revokedAt !== null) throw notFound('such person')
      await audit(services, request, municipality.id, 'user.invite', found.id)
      return { id: found.id, link: await inviteLink(services, found.id) }
    },
  )

  app.delete(
    '/v1/users/:id',
    {
      config: { access: 'admin' },
      schema: { tags, summary: 'Trek de toegang van iemand in', params, querystring: scopeQuery, response: { 204: z.undefined() } },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const found = await expectUser(municipality.id, request.params.id)
      await access.revokeUser(found.id, services.now())
      await access.revokeSessionsOf(found.id)
      await audit(services, request, municipality.id, 'user.revoke', found.id)
      return reply.code(204).send()
    },
  )
}
