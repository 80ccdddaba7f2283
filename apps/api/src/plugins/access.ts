import { createHash } from 'node:crypto'
import { type Permission, ROLE_PERMISSIONS, SOURCE_KEY_PERMISSIONS } from '@rumoer/contracts'
import type { Principal } from '@rumoer/store'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { notSignedIn, ProblemError } from '../errors.ts'
import type { Services } from '../services.ts'
import { sessionHash } from './session-store.ts'

/** What a route asks for: a permission, any signed-in person (`session`), or nothing. */
export type Access = Permission | 'public' | 'session'

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
  }
  interface FastifyInstance {
    /** Every route with what it asks for. */
    declaredAccess: { method: string; url: string; access: Access }[]
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
    for (const one of [method].flat()) app.declaredAccess.push({ method: one, url, access })
  })
}

const KEY_FRESH_MS = 1_000
const MAX_FRESH_KEYS = 10_000
const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']

export const permissionsOf = (principal: Principal): readonly Permission[] =>
  principal.kind === 'source' ? SOURCE_KEY_PERMISSIONS : ROLE_PERMISSIONS[principal.role]

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
    return userId === undefined ? null : store.access.principalOfUser(userId, sessionHash(sessionId).toString('hex'))
  }
}

/** Whether a browser's request comes from a page of this installation; requests of other programs carry no Origin. */
export function isOwnOrigin(request: FastifyRequest, publicUrl: string): boolean {
  const origin = request.headers.origin
  if (origin === undefined) return false
  return origin === new URL(publicUrl).origin || origin === `${request.protocol}://${request.host}`
}

/** Who asks, and whether the role matrix lets them; forged requests of a browser are refused. */
export const access = fp(async (app: FastifyInstance, { services }: { services: Services }) => {
  const authenticate = createAuthenticate(services)
  app.decorateRequest('principal', null)
  app.decorateRequest('refusal', null)

  async function authorise(request: FastifyRequest, asked: Exclude<Access, 'public'>): Promise<void> {
    request.principal = await authenticate(request)
    if (!request.principal) throw notSignedIn()
    const allowed = asked === 'session' ? request.principal.kind === 'user' : permissionsOf(request.principal).includes(asked)
    if (!allowed) throw new ProblemError(403, `This needs ${asked === 'session' ? 'a signed-in person' : `the permission ${asked}`}.`)
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
