import { createHash } from 'node:crypto'
import { type Permission, ROLE_PERMISSIONS, SOURCE_KEY_PERMISSIONS } from '@rumoer/contracts'
import type { Principal } from '@rumoer/store'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { notSignedIn, ProblemError } from '../errors.ts'
import type { Services } from '../services.ts'
import { sessionHash } from './session-store.ts'

/** What a route asks for: a permission, any signed-in person (`session`), a screen of the wall (`screen`), or nothing. */
export type Access = Permission | 'public' | 'session' | 'screen'

/** How a route serves a screen of the wall: which questions it may ask, and what it is told of the answer. */
export type ScreenView = { query: readonly string[]; pare: (answer: never) => unknown }

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
    /** Without it no screen comes in. */
    screen?: ScreenView
  }
  interface FastifyInstance {
    /** Every route with what it asks for. */
    declaredAccess: { method: string; url: string; access: Access; screen: boolean }[]
  }
  interface FastifyRequest {
    principal: Principal | null
    /** Why a socket may not be served: told by its close code once it is open. */
    refusal: ProblemError | null
  }
}

/** Deny by default: a route that does not say what it asks for stops the start. */
export function requireAccess(app: FastifyInstance): void {
  app.decorate('declaredAccess', [])
  app.addHook('onRoute', ({ method, url, config }) => {
    const access = config?.access
    if (!access) throw new Error(`route ${method} ${url}: config.access, expected a permission, 'session' or 'public'`)
    for (const one of [method].flat())
      app.declaredAccess.push({ method: one, url, access, screen: access === 'screen' || config.screen !== undefined })
  })
}

const KEY_FRESH_MS = 1_000
const MAX_FRESH_KEYS = 10_000
const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']

export const permissionsOf = (principal: Principal): readonly Permission[] =>
  principal.kind === 'screen' ? [] : principal.kind === 'source' ? SOURCE_KEY_PERMISSIONS : ROLE_PERMISSIONS[principal.role]

/** Holds the token of a screen; no page's script can read it. */
export const SCREEN_COOKIE = 'rumoer_scherm'

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

export const bearerOf = (request: FastifyRequest): string | null =>
  /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null

/** Finds out who asks: by key, which is looked up again every second, or by session. */
export function createAuthenticate({
  store,
  now,
}: Pick<Services, 'store' | 'now'>): (request: FastifyRequest) => Promise<Principal | null> {
  const fresh = new Map<string, { principal: Principal; atMs: number }>()

  async function byKey(secret: string): Promise<Principal | null> {
    const hash = hashOf(secret)
    const id = hash.toString('base64')
    const known = fresh.get(id)
    if (known && now().getTime() - known.atMs < KEY_FRESH_MS) return known.principal
    const principal = await store.access.principalOfKey(hash, now())
    if (fresh.size > MAX_FRESH_KEYS) fresh.clear()
    if (principal) fresh.set(id, { principal, atMs: now().getTime() })
    else fresh.delete(id)
    return principal
  }

  return async (request) => {
    const secret = bearerOf(request)
    if (secret !== null) return byKey(secret)
    const { userId, sessionId } = request.session
    if (userId !== undefined) return store.access.principalOfUser(userId, sessionHash(sessionId).toString('hex'))
    const token = request.cookies[SCREEN_COOKIE]
    return token === undefined ? null : store.screens.principalOf(hashOf(token), now())
  }
}

/** Whether a browser's request comes from a page of this installation; requests of other programs carry no Origin. */
export function isOwnOrigin(request: FastifyRequest, publicUrl: string): boolean {
  const origin = request.headers.origin
  if (origin === undefined) return false
  return origin === new URL(publicUrl).origin || origin === `${request.protocol}://${request.host}`
}

const WANTED: Readonly<Record<string, string>> = { session: 'a signed-in person', screen: 'a screen of the wall' }

function isAllowed(request: FastifyRequest, principal: Principal, asked: Exclude<Access, 'public'>): boolean {
  const view = request.routeOptions.config.screen
  if (principal.kind === 'screen') {
    const names = Object.keys(request.query as object)
    return asked === 'screen' || (view !== undefined && names.every((name) => view.query.includes(name)))
  }
  if (asked === 'screen') return false
  return asked === 'session' ? principal.kind === 'user' : permissionsOf(principal).includes(asked)
}

/** Who asks, and whether the role matrix lets them; forged requests of a browser are refused. */
export const access = fp(async (app: FastifyInstance, { services }: { services: Services }) => {
  const authenticate = createAuthenticate(services)
  app.decorateRequest('principal', null)
  app.decorateRequest('refusal', null)

  async function authorise(request: FastifyRequest, asked: Exclude<Access, 'public'>): Promise<void> {
    request.principal = await authenticate(request)
    if (!request.principal) throw notSignedIn()
    if (!isAllowed(request, request.principal, asked))
      throw new ProblemError(403, `This needs ${WANTED[asked] ?? `the permission ${asked}`}.`)
  }

  app.addHook('onRequest', async (request) => {
    const asked = request.routeOptions.config.access
    if (asked === undefined || asked === 'public') return
    try {
      await authorise(request, asked)
    } catch (error) {
      if (!request.ws || !(error instanceof ProblemError)) throw error
      request.refusal = error
    }
  })

  app.addHook('preSerialization', async (request, reply, answer: unknown) => {
    const { screen } = request.routeOptions.config
    return request.principal?.kind === 'screen' && screen && reply.statusCode < 300 ? screen.pare(answer as never) : answer
  })

  app.addHook('onRequest', (request, reply, done) => {
    const byCookie = bearerOf(request) === null && (request.ws || !SAFE_METHODS.includes(request.method))
    if (!byCookie) return done()
    const own = isOwnOrigin(request, services.running.publicUrl)
    const foreign = new ProblemError(403, 'This needs an Origin that is ours.')
    if (request.ws) {
      if (!own) request.refusal ??= foreign
      return done()
    }
    if (request.principal === null) return done(request.headers.origin === undefined || own ? undefined : foreign)
    if (!own) return done(foreign)
    app.csrfProtection(request, reply, done)
  })
})
