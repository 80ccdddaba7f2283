import { createHash } from 'node:crypto'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { ProblemError } from '../errors.ts'
import type { Services } from '../services.ts'

export const OPENAPI_PATH = '/v1/openapi.json'
/** Where the facades are. */
export const FACADE_PATHS = ['/open311/v2', '/signals/v1/public'] as const

/** What pages of others may ask: nothing there looks at who is signed in. */
const isForAll = (path: string | undefined) => path === OPENAPI_PATH || FACADE_PATHS.some((base) => path?.startsWith(`${base}/`))

const MAX_EVENT_LOOP_DELAY_MS = 3_000
const COMPRESS_FROM_BYTES = 1_024
const BROTLI_QUALITY = 4

/** One bucket per key, per signed-in browser, else per address. */
function callerOf(request: FastifyRequest): string {
  const secret = request.headers.authorization ?? request.headers.cookie
  return secret === undefined ? request.ip : createHash('sha256').update(secret).digest('base64url')
}

/** Headers, limits and compression of every answer. */
export const security = fp(async (app: FastifyInstance, { services }: { services: Services }) => {
  const https = services.config.publicUrl?.startsWith('https:') ?? false
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        // Charts and menus size themselves with style elements.
        styleSrc: ["'self'", "'unsafe-inline'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    hsts: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginOpenerPolicy: https ? { policy: 'same-origin' } : false,
    originAgentCluster: https,
  })
  await app.register(cors, {
    delegator: (request, callback) => callback(null, { origin: isForAll(request.url.split('?', 1)[0]) ? '*' : false }),
  })
  await app.register(rateLimit, {
    max: services.config.rateLimitPerMinute,
    timeWindow: '1 minute',
    cache: 10_000,
    keyGenerator: callerOf,
    errorResponseBuilder: (_request, { max, ttl }) =>
      new ProblemError(429, `More than ${max} requests a minute; try again later.`, {
        headers: { 'retry-after': String(Math.ceil(ttl / 1000)) },
      }),
  })
  await app.register(underPressure, { maxEventLoopDelay: MAX_EVENT_LOOP_DELAY_MS, retryAfter: 5 })
  await app.register(compress, {
    threshold: COMPRESS_FROM_BYTES,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
  })
})
