import cookie from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import session from '@fastify/session'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import type { Services } from '../services.ts'
import { createSessionStore } from './session-store.ts'

const LIFETIME_MS = 12 * 3_600_000
export const SESSION_COOKIE = 'rumoer'

declare module 'fastify' {
  interface Session {
    userId?: string
  }
}

/** Cookie sessions kept in the database, and the token against forged requests. */
export const sessions = fp(async (app: FastifyInstance, { services }: { services: Services }) => {
  await app.register(cookie)
  await app.register(session, {
    secret: services.cookieSecret,
    cookieName: SESSION_COOKIE,
    store: createSessionStore(services.store, services.now, LIFETIME_MS),
    saveUninitialized: false,
    rolling: true,
    cookie: { httpOnly: true, sameSite: 'lax', path: '/', maxAge: LIFETIME_MS, secure: services.running.publicUrl.startsWith('https:') },
  })
  await app.register(csrf, {
    sessionPlugin: '@fastify/session',
    getToken: (request) => {
      const token = request.headers['x-csrf-token']
      return typeof token === 'string' ? token : ''
    },
    logLevel: 'debug',
  })
})
