import { DEFAULT_TAXONOMY, type HandoverReceiver, KINDS_THAT_TAKE_REPORTS, type NewHandover } from '@rumoer/contracts'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { badField } from '../../errors.ts'
import type { Services } from '../../services.ts'
import { expectIssue, expectPerson } from '../check-references.ts'

type Where = { municipalityId: number; path: string; issue: string | null }

/** The receiver by name, when there is such a one here. */
export async function receiverOf(
  services: Services,
  request: FastifyRequest,
  { kind, code }: NewHandover['receiver'],
  { municipalityId, path, issue }: Where,
): Promise<HandoverReceiver> {
  const { store } = services
  const wrong = (expected: string) => badField(`${path}.code`, code, expected)
  switch (kind) {
    case 'signalen': {
      if (code === null) return { kind, code, name: 'Signalen' }
      const source = z.uuid().safeParse(code).success ? await store.sources.byId(municipalityId, code) : null
      if (!source || !KINDS_THAT_TAKE_REPORTS.some((one) => one === source.kind))
        throw wrong('expected the id of a source that takes reports')
      return { kind, code, name: source.name }
    }
    case 'participation':
      return { kind, code: null, name: 'Participatie' }
    case 'department': {
      const found = DEFAULT_TAXONOMY.departments.find((one) => one.code === code)
      if (!found) throw wrong('expected the code of a department here')
      return { kind, code, name: found.name }
    }
    case 'wijkmanager': {
      if (code === null) return { kind, code, name: 'Wijkmanager' }
      const wijk = (await store.areas.list(municipalityId)).find((one) => one.code === code && one.level === 'wijk')
      if (!wijk) throw wrong('expected the code of a wijk here, such as WK010600')
      return { kind, code, name: `Wijkmanager ${wijk.name}` }
    }
    case 'person': {
      if (code === null) throw wrong('expected the id of a person who works here')
      await expectPerson(services, request, municipalityId, `${path}.code`, code)
      return { kind, code, name: await nameOf(services, request, municipalityId, code) }
    }
    case 'issue': {
      const wanted = code ?? issue
      if (wanted === null) throw wrong('expected the id of an issue here')
      await expectIssue(services, municipalityId, `${path}.code`, wanted)
      return { kind, code: wanted, name: '' }
    }
  }
}

async function nameOf({ store }: Services, request: FastifyRequest, municipalityId: number, id: string): Promise<string> {
  if (request.principal?.kind === 'user' && request.principal.userId === id) return request.principal.name
  return (await store.access.users(municipalityId)).find((person) => person.id === id)?.name ?? ''
}
