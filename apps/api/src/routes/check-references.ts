import type { FastifyRequest } from 'fastify'
import { badField } from '../errors.ts'
import type { Services } from '../services.ts'

const MAX_PEOPLE = 100_000

/** Refuses an id that is not a person who may work in the municipality; null and absent are fine. */
export async function expectPerson(
  services: Services,
  request: FastifyRequest,
  municipalityId: number,
  path: string,
  id: string | null | undefined,
): Promise<void> {
  if (id === null || id === undefined) return
  if (request.principal?.kind === 'user' && request.principal.userId === id) return
  const people = await services.store.access.users(municipalityId, { limit: MAX_PEOPLE })
  if (!people.some((person) => person.id === id && person.revokedAt === null))
    throw badField(path, id, 'expected the id of a person who works here')
}

/** Refuses an id that is not an issue of the municipality; null and absent are fine. */
export async function expectIssue(services: Services, municipalityId: number, path: string, id: string | null | undefined): Promise<void> {
  if (id === null || id === undefined) return
  if (!(await services.store.issues.byId(municipalityId, id))) throw badField(path, id, 'expected the id of an issue here')
}
