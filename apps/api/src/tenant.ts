import type { Municipality } from '@rumoer/contracts'
import type { FastifyRequest } from 'fastify'
import { badField, notFound, notSignedIn, ProblemError } from './errors.ts'
import type { Services } from './services.ts'

/** The municipality somebody works in, and what they read: itself on the real clock, or one of its replays on the replay's own. */
export type Tenant = { municipality: Municipality; readId: number; now: Date }

/** What a query may say about where it looks. */
export type Scope = { municipality?: string | undefined; replay?: number | undefined }

/** Finds the municipality of who asks. An administrator of the installation works in the first, or in the one the query names. */
export async function municipalityOf(services: Services, request: FastifyRequest, code?: string): Promise<Municipality> {
  const principal = request.principal
  if (!principal) throw notSignedIn()
  const { municipalities } = services.store
  if (principal.municipalityId === null) {
    const found = code === undefined ? (await municipalities.list())[0] : await municipalities.byCode(code)
    if (!found)
      throw code === undefined
        ? new ProblemError(404, 'There is no municipality here yet.')
        : badField('municipality', code, 'expected the code of a municipality here')
    return found
  }
  const own = await municipalities.byId(principal.municipalityId)
  if (!own) throw notFound('municipality of yours')
  if (code !== undefined && code !== own.code) throw new ProblemError(403, `You work in ${own.code}.`)
  return own
}

export async function tenantOf(services: Services, request: FastifyRequest, scope: Scope): Promise<Tenant> {
  const municipality = await municipalityOf(services, request, scope.municipality)
  if (scope.replay === undefined) return { municipality, readId: municipality.id, now: services.now() }
  const replay = await services.store.replays.of(municipality.id, scope.replay)
  if (!replay) throw notFound('such replay')
  return { municipality, readId: replay.id, now: new Date(replay.nowAt) }
}

/** Name of who asks, as logs of people's work show it. */
export const actorOf = (request: FastifyRequest): string => {
  const principal = request.principal
  if (!principal) throw notSignedIn()
  return principal.kind === 'source' ? `source ${principal.sourceId}` : principal.name
}

/** Id of the person who asks, or of the key they ask with: whose the things are that people keep for themselves. */
export function personOf(request: FastifyRequest): string {
  const principal = request.principal
  if (principal?.kind === 'user') return principal.userId
  if (principal?.kind === 'key') return principal.keyId
  throw notSignedIn()
}
