import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import { resolve } from 'node:path'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { FACADES } from './facades/index.ts'
import { checkInput } from './intake/check.ts'
import { readJson } from './intake/read-json.ts'
import { access, requireAccess } from './plugins/access.ts'
import { openapi, openapiRoute } from './plugins/openapi.ts'
import { problems, sendProblem } from './plugins/problems.ts'
import { security } from './plugins/security.ts'
import { sessions } from './plugins/sessions.ts'
import { wall } from './plugins/wall.ts'
import { ROUTES } from './routes/index.ts'
import type { Services } from './services.ts'
import { streamRoute, streamSockets } from './stream/route.ts'

const WALL_FOLDER = resolve(import.meta.dirname, '../../wall/dist')
const PRIVATE_PROXIES = ['loopback', 'linklocal', 'uniquelocal']

/** The whole server on one port, not yet listening. */
export async function buildApp(services: Services, options: { wallFolder?: string } = {}): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = services.logger.child({}, { level: quietLevel(services.logger.level) })
  const app = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
    trustProxy: services.config.publicUrl?.startsWith('https:') ? PRIVATE_PROXIES : false,
    genReqId: () => randomUUID(),
    frameworkErrors: (error, request, reply) => void sendProblem(services, error, request, reply),
    clientErrorHandler: refuseBrokenRequest,
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(checkInput)
  app.setSerializerCompiler(serializerCompiler)
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) => readJson(body))

  await app.register(problems, { services })
  await app.register(security, { services })
  requireAccess(app)
  await app.register(openapi, { services })
  await app.register(openapiRoute)
  await app.register(async (api) => {
    await api.register(sessions, { services })
    await api.register(streamSockets, { services })
    await api.register(access, { services })
    await api.register(streamRoute, { services })
    for (const route of ROUTES) await api.register(route, { services })
  })
  for (const facade of FACADES) await app.register(facade, { services })
  await app.register(wall, { folder: options.wallFolder ?? WALL_FOLDER })
  return app
}

/** The framework itself only tells what went wrong. */
const quietLevel = (level: string) => (level === 'info' ? 'warn' : level)

/** Bytes that are no HTTP request are answered as a problem too. */
function refuseBrokenRequest(error: Error & { code?: string }, socket: import('node:net').Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
  const body = JSON.stringify({
    type: 'about:blank',
    title: STATUS_CODES[status],
    status,
    detail: 'This is not an HTTP request that can be read.',
  })
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}
