import websocket from '@fastify/websocket'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { z } from 'zod'
import { ProblemError } from '../errors.ts'
import { bearerOf, hashOf, permissionsOf, SCREEN_COOKIE } from '../plugins/access.ts'
import { sessionHash } from '../plugins/session-store.ts'
import type { Services } from '../services.ts'
import { tenantOf } from '../tenant.ts'
import { type CloseReason, closeSocket } from './reader.ts'
import type { StreamRequest } from './streams.ts'

const MAX_CLIENT_BYTES = 1_024

const wholeNumber = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)
const streamQuery = z.object({
  cursor: wholeNumber.optional(),
  replay: wholeNumber.optional(),
  municipality: z.string().optional(),
})

const CLOSE_OF_STATUS: Readonly<Record<number, CloseReason>> = { 400: 'badRequest', 401: 'signedOut', 403: 'forbidden', 404: 'forbidden' }

/** Sockets of this server: small frames in, no compression, closed with `restarting` when it stops. */
export const streamSockets = fp(async (app: FastifyInstance, { services }: { services: Services }) => {
  await app.register(websocket, {
    options: { maxPayload: MAX_CLIENT_BYTES, perMessageDeflate: false },
    errorHandler: (_error, socket) => socket.terminate(),
    preClose: (done) => {
      services.streams.close()
      app.websocketServer.close()
      done()
    },
  })
})

/** `GET /v1/stream`: a refusal is told by the close code, because a browser cannot read the status of a refused upgrade. */
export async function streamRoute(app: FastifyInstance, { services }: { services: Services }): Promise<void> {
  app.route({
    method: 'GET',
    url: '/v1/stream',
    config: { access: 'stream.read', screen: { query: ['cursor'], pare: (answer) => answer } },
    schema: {
      tags: ['stream'],
      summary: 'Volg wat er gebeurt, over een WebSocket',
      description:
        'Eén JSON-tekst per frame: event, live, reset of heartbeat. Geef `cursor` mee om verder te gaan waar u was. De sluitcodes zeggen of opnieuw proberen zin heeft.',
    },
    handler: async () => {
      throw new ProblemError(426, 'Open this address as a WebSocket.', { headers: { upgrade: 'websocket', connection: 'Upgrade' } })
    },
    wsHandler: async (socket, request) => {
      socket.on('message', () => undefined)
      try {
        await services.streams.serve(socket, await streamRequest(services, request))
      } catch (error) {
        closeSocket(socket, error instanceof ProblemError ? (CLOSE_OF_STATUS[error.status] ?? 'serverError') : 'serverError')
      }
    },
  })
}

async function streamRequest(services: Services, request: FastifyRequest): Promise<StreamRequest> {
  if (request.refusal) throw request.refusal
  const query = streamQuery.safeParse(request.query)
  if (!query.success) throw new ProblemError(400, 'The cursor is not a whole number.')
  const { readId } = await tenantOf(services, request, query.data)
  return {
    municipalityId: readId,
    cursor: query.data.cursor ?? null,
    view: request.principal?.kind === 'screen' ? 'screen' : 'all',
    ...credentialOf(services, request),
  }
}

/** How to find out later whether the key or session is still good. */
function credentialOf({ store, now }: Services, request: FastifyRequest): Pick<StreamRequest, 'credential' | 'stillAllowed'> {
  const secret = bearerOf(request)
  if (secret !== null) {
    const hash = hashOf(secret)
    return {
      credential: hash.toString('base64'),
      stillAllowed: async () => {
        const principal = await store.access.principalOfKey(hash, now())
        return principal !== null && permissionsOf(principal).includes('stream.read')
      },
    }
  }
  const token = request.cookies[SCREEN_COOKIE]
  if (request.principal?.kind === 'screen' && token !== undefined) {
    const hash = hashOf(token)
    return { credential: hash.toString('base64'), stillAllowed: async () => (await store.screens.principalOf(hash, now())) !== null }
  }
  const { userId, sessionId } = request.session
  const hash = sessionHash(sessionId)
  return {
    credential: hash.toString('base64'),
    stillAllowed: async () => {
      if (userId === undefined || (await store.access.readSession(hash, now())) === null) return false
      const principal = await store.access.principalOfUser(userId, hash.toString('hex'))
      return principal !== null && permissionsOf(principal).includes('stream.read')
    },
  }
}
