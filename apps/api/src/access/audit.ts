import type { FastifyRequest } from 'fastify'
import type { Services } from '../services.ts'
import { actorOf } from '../tenant.ts'

/** Writes down who did what to access or configuration. */
export function audit(
  services: Services,
  request: FastifyRequest,
  municipalityId: number | null,
  action: string,
  subject: string,
  detail?: string,
): Promise<void> {
  return services.store.audit.write({
    municipalityId,
    by: actorOf(request),
    action,
    subject,
    ...(detail === undefined ? {} : { detail }),
    now: services.now(),
  })
}
