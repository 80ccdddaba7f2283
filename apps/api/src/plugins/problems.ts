import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { notFound, problemOf } from '../errors.ts'
import { errorFields } from '../log.ts'
import type { Services } from '../services.ts'
import { VERSION } from '../version.ts'

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

/** Answers anything thrown as problem+json, and logs what is our own fault. */
export function sendProblem(services: Pick<Services, 'log'>, error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { problem, headers } = problemOf(error)
  logFailure(services, error, request, problem.status)
  return reply
    .code(problem.status)
    .headers({ ...headers, 'api-version': VERSION, 'cache-control': 'no-store' })
    .type(PROBLEM_TYPE)
    .serializer((value: unknown) => JSON.stringify(value))
    .send(problem)
}

/** What is our own fault, without a word of what was sent. */
export function logFailure({ log }: Pick<Services, 'log'>, error: unknown, request: FastifyRequest, status: number): void {
  if (status < 500 || status === 503) return
  log.error('request-failed', { method: request.method, route: request.routeOptions?.url ?? '', status, ...errorFields(error) })
}

/** Errors, unknown addresses, the version header, and no caching of the API. */
export const problems = fp(async (app: FastifyInstance, { services }: { services: Services }) => {
  app.setErrorHandler((error, request, reply) => sendProblem(services, error, request, reply))
  app.setNotFoundHandler((request, reply) => sendProblem(services, notFound('such address'), request, reply))
  app.addHook('onRequest', async (request, reply) => {
    reply.header('api-version', VERSION)
    if (!request.url.startsWith('/v1')) return
    reply.header('cache-control', 'no-store')
    if (request.url.split('?', 1)[0]?.endsWith('/')) throw notFound('such address')
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    services.metrics.requests.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
  })
})
