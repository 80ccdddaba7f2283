import { session } from '@rumoer/contracts'
import type { Principal } from '@rumoer/store'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { notSignedIn, ProblemError } from '../../errors.ts'
import { hashOf } from '../../plugins/access.ts'
import { sessionHash } from '../../plugins/session-store.ts'
import { SESSION_COOKIE } from '../../plugins/sessions.ts'
import type { Services } from '../../services.ts'
import { VERSION } from '../../version.ts'
import { scopeQuery } from '../scope.ts'

const tags = ['session']
const SIGN_INS_PER_MINUTE = 10

/** Signing in with a link, who is signed in, and signing out. */
export const sessionRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  const { access, municipalities, houseStyles, audit } = services.store

  async function sessionOf(user: Principal & { kind: 'user' }, reply: FastifyReply, code?: string) {
    const named = code === undefined ? (await municipalities.list())[0] : await municipalities.byCode(code)
    const municipality = user.municipalityId === null ? (named ?? null) : await municipalities.byId(user.municipalityId)
    return {
      user: { id: user.userId, name: user.name, email: user.email },
      role: user.role,
      municipality: municipality && { ...municipality, style: await houseStyles.of(municipality.id) },
      csrfToken: reply.generateCsrf(),
      version: VERSION,
    }
  }

  app.post(
    '/v1/session',
    {
      config: {
        access: 'public',
        rateLimit: { max: SIGN_INS_PER_MINUTE, timeWindow: '1 minute', keyGenerator: (request: FastifyRequest) => request.ip },
      },
      schema: {
        tags,
        summary: 'Meld aan met een aanmeldlink',
        description: 'De link werkt één keer, dertig minuten lang.',
        querystring: z.strictObject({}),
        body: z.strictObject({ token: z.string().min(1).max(200) }),
        response: { 200: session },
      },
    },
    async (request, reply) => {
      const now = services.now()
      const redeemed = await access.redeemInvite(hashOf(request.body.token), now)
      if (!redeemed)
        throw new ProblemError(401, 'This sign-in link was used, is older than thirty minutes, or never existed. Ask for another.')
      await request.session.regenerate()
      request.session.userId = redeemed.userId
      const user = await access.principalOfUser(redeemed.userId, sessionHash(request.session.sessionId).toString('hex'))
      if (user?.kind !== 'user') throw notSignedIn()
      await audit.write({ municipalityId: user.municipalityId, by: user.name, action: 'session.start', subject: user.userId, now })
      const answer = await sessionOf(user, reply)
      await request.session.save()
      return answer
    },
  )

  app.get(
    '/v1/session',
    { config: { access: 'session' }, schema: { tags, summary: 'Wie is aangemeld', querystring: scopeQuery, response: { 200: session } } },
    async (request, reply) => {
      if (request.principal?.kind !== 'user') throw notSignedIn()
      return sessionOf(request.principal, reply, request.query.municipality)
    },
  )

  app.delete(
    '/v1/session',
    {
      config: { access: 'session' },
      schema: { tags, summary: 'Meld af', querystring: z.strictObject({}), response: { 204: z.undefined() } },
    },
    async (request, reply) => {
      await request.session.destroy()
      return reply.clearCookie(SESSION_COOKIE, { path: '/' }).code(204).send()
    },
  )
}
