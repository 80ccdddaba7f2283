import { collection, id, newScreen, screen, screenPatch, screenSelf } from '@rumoer/contracts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { audit } from '../../access/audit.ts'
import { newSecret } from '../../access/new-secret.ts'
import { notFound, notSignedIn, ProblemError } from '../../errors.ts'
import { hashOf, SCREEN_COOKIE } from '../../plugins/access.ts'
import type { Services } from '../../services.ts'
import { tenantOf } from '../../tenant.ts'
import { VERSION } from '../../version.ts'
import { pageOfAll } from '../page-of-all.ts'
import { listQuery, scopeQuery } from '../scope.ts'

const tags = ['screens']
const params = z.object({ id })
/** The longest that browsers keep a cookie; every look at `_self` begins it anew. */
const COOKIE_SECONDS = 400 * 86_400
/** All screens of a building behind one address start after a power cut. */
const ENTRIES_PER_MINUTE = 60

/** Screens of the wall: made and revoked by an administrator, each with a token of its own that opens only what the wall shows. */
export const screenRoutes: FastifyPluginAsyncZod<{ services: Services }> = async (app, { services }) => {
  const { screens, municipalities, houseStyles } = services.store

  function keepToken(reply: FastifyReply, token: string): void {
    const secure = services.running.publicUrl.startsWith('https:')
    reply.setCookie(SCREEN_COOKIE, token, { httpOnly: true, sameSite: 'strict', path: '/v1', maxAge: COOKIE_SECONDS, secure })
  }

  async function selfOf(token: string) {
    const principal = await screens.principalOf(hashOf(token), services.now())
    if (principal?.kind !== 'screen') return null
    const found = await screens.byId(principal.municipalityId, principal.screenId)
    const municipality = await municipalities.byId(principal.municipalityId)
    if (!found || !municipality) return null
    return { screen: found, municipality: { ...municipality, style: await houseStyles.of(municipality.id) }, version: VERSION }
  }

  app.get(
    '/v1/screens',
    { config: { access: 'admin' }, schema: { tags, summary: 'Schermen', querystring: listQuery, response: { 200: collection(screen) } } },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      return pageOfAll(services, municipality.id, await screens.list(municipality.id), request.query)
    },
  )

  app.post(
    '/v1/screens',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        summary: 'Koppel een scherm',
        description: 'De code staat alleen in dit antwoord; het scherm opent `/wand#token=<code>`.',
        querystring: scopeQuery,
        body: newScreen,
        response: { 201: z.object({ id, token: z.string() }) },
      },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const { secret, hash } = newSecret('')
      const added = await screens.add({ municipalityId: municipality.id, ...request.body, secretHash: hash, now: services.now() })
      await audit(services, request, municipality.id, 'screen.add', added.id)
      return reply.code(201).send({ id: added.id, token: secret })
    },
  )

  app.patch(
    '/v1/screens/:id',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        summary: 'Wijzig de naam of de instellingen van een scherm',
        params,
        querystring: scopeQuery,
        body: screenPatch,
        response: { 200: screen },
      },
    },
    async (request) => {
      const { municipality } = await tenantOf(services, request, request.query)
      const { name, settings } = request.body
      const change = { ...(name === undefined ? {} : { name }), ...(settings === undefined ? {} : { settings }) }
      const changed = await screens.change(municipality.id, request.params.id, change)
      if (!changed) throw notFound('such screen')
      await audit(services, request, municipality.id, 'screen.change', changed.id)
      return changed
    },
  )

  app.delete(
    '/v1/screens/:id',
    {
      config: { access: 'admin' },
      schema: { tags, summary: 'Ontkoppel een scherm', params, querystring: scopeQuery, response: { 204: z.undefined() } },
    },
    async (request, reply) => {
      const { municipality } = await tenantOf(services, request, request.query)
      if (!(await screens.revoke(municipality.id, request.params.id, services.now()))) throw notFound('such screen')
      await audit(services, request, municipality.id, 'screen.revoke', request.params.id)
      return reply.code(204).send()
    },
  )

  app.post(
    '/v1/screens/_enter',
    {
      config: {
        access: 'public',
        rateLimit: { max: ENTRIES_PER_MINUTE, timeWindow: '1 minute', keyGenerator: (request: FastifyRequest) => request.ip },
      },
      schema: {
        tags,
        summary: 'Ruil de code van een scherm voor een cookie',
        querystring: z.strictObject({}),
        body: z.strictObject({ token: z.string().min(1).max(200) }),
        response: { 200: screenSelf },
      },
    },
    async (request, reply) => {
      const self = await selfOf(request.body.token)
      if (!self) throw new ProblemError(401, 'This screen was revoked or never existed. Make a new one.')
      keepToken(reply, request.body.token)
      return self
    },
  )

  app.get(
    '/v1/screens/_self',
    {
      config: { access: 'screen' },
      schema: { tags, summary: 'Wat een scherm over zichzelf weet', querystring: z.strictObject({}), response: { 200: screenSelf } },
    },
    async (request, reply) => {
      const token = request.cookies[SCREEN_COOKIE]
      const self = token === undefined ? null : await selfOf(token)
      if (token === undefined || !self) throw notSignedIn()
      keepToken(reply, token)
      return self
    },
  )
}
