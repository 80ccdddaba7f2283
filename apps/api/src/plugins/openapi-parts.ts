import { problem } from '@rumoer/contracts'
import { z } from 'zod'

type Json = Record<string, unknown>
/** The parts of an OpenAPI document that are looked at here. */
type Operation = { responses?: Record<string, Json & { headers?: Json }>; parameters?: unknown[]; security?: unknown[] }
type Document = { paths?: Record<string, Record<string, unknown> | undefined>; components?: Json }

const METHODS = ['get', 'post', 'patch', 'put', 'delete']
const VERSION_HEADER = { 'API-Version': { $ref: '#/components/headers/ApiVersion' } }
const PROBLEMS: Readonly<Record<string, string>> = {
  400: 'De invoer klopt niet; alle fouten staan in errors.',
  401: 'Niet aangemeld, of de sleutel is niet geldig.',
  403: 'Hier mag deze rol niet bij.',
  404: 'Bestaat niet.',
  409: 'Kan nu niet; bijvoorbeeld omdat er een nieuwere versie is.',
  429: 'Te veel verzoeken; probeer het na Retry-After opnieuw.',
  503: 'Te druk, of de database antwoordt niet; probeer het na Retry-After opnieuw.',
}

const problemResponse = (description: string) => ({
  description,
  headers: VERSION_HEADER,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

/** Gives every operation the version header, the problem answers and the ways to sign in. */
export function withSharedParts<Openapi extends object>(document: Openapi): Openapi {
  const { paths = {}, components = {} }: Document = document
  for (const [path, item] of Object.entries(paths)) {
    for (const method of METHODS) {
      const operation = item?.[method] as Operation | undefined
      if (operation) complete(operation, path, method)
    }
  }
  const { $schema: _schema, ...problemSchema } = z.toJSONSchema(problem, { io: 'output' })
  const shared = {
    headers: { ApiVersion: { description: 'Versie van de API', schema: { type: 'string', examples: ['1.0.0'] } } },
    responses: Object.fromEntries(
      Object.entries(PROBLEMS).map(([status, description]) => [`Problem${status}`, problemResponse(description)]),
    ),
  }
  const schemas = { ...(components.schemas as Json | undefined), Problem: problemSchema }
  return { ...document, components: { ...components, ...shared, schemas } }
}

function complete(operation: Operation, path: string, method: string): void {
  const isPublic = !path.startsWith('/v1/') || (path === '/v1/session' && method === 'post') || path === '/v1/screens/_enter'
  operation.security = isPublic ? [] : [{ key: [] }, { session: [] }]
  const responses = operation.responses ?? {}
  for (const response of Object.values(responses)) response.headers = { ...response.headers, ...VERSION_HEADER }
  for (const status of Object.keys(PROBLEMS)) {
    if (status === '409' && method === 'get') continue
    responses[status] = { $ref: `#/components/responses/Problem${status}` }
  }
  operation.responses = responses
}
