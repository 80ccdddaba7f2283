import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { Services } from '../services.ts'
import { VERSION } from '../version.ts'
import { namedSchemas } from './openapi-nouns.ts'
import { withSharedParts } from './openapi-parts.ts'
import { FACADE_PATHS, OPENAPI_PATH } from './security.ts'

const TAGS: Readonly<Record<string, string>> = {
  messages: 'Berichten aanleveren en lezen',
  issues: 'Kwesties',
  alerts: 'Attenderingen',
  'content-items': 'Planning',
  reports: 'Rapporten',
  summary: 'Overzicht van nu',
  stream: 'Live meelezen',
  sources: 'Bronnen',
  areas: 'Wijken en buurten',
  taxonomy: 'Categorieën',
  users: 'Mensen',
  keys: 'Sleutels',
  screens: 'Schermen van de wand',
  'house-style': 'Huisstijl',
  audit: 'Logboek van beheer',
  session: 'Aanmelden',
  replays: 'Herhalingen',
  'set-aside': 'Berichten met een fout',
  health: 'Toestand van de dienst',
}

/** A facade has a description of its own. */
const isOfFacade = (url: string) => FACADE_PATHS.some((base) => url.startsWith(`${base}/`))

/** The description of the API, made from the schemas that its routes check with. */
export const openapi = fp(async (app: FastifyInstance, { services }: { services: Services }) => {
  const schemaRegistry = namedSchemas()
  const transform = createJsonSchemaTransform({ schemaRegistry })
  const nameSchemas = createJsonSchemaTransformObject({ schemaRegistry })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Rumoer',
        version: VERSION,
        description: 'Berichten van bewoners, kwesties per buurt, attenderingen, planning en rapporten van een gemeente.',
        contact: { name: 'Rumoer', email: 'beheer@rumoer.example', url: services.running.publicUrl },
        license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/nl/' },
      },
      servers: [{ url: services.running.publicUrl, description: 'Deze installatie; versie 1 staat onder /v1' }],
      tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
      components: {
        securitySchemes: {
          key: { type: 'http', scheme: 'bearer', description: 'Sleutel van een bron of een programma: rumoer_…' },
          session: { type: 'apiKey', in: 'cookie', name: 'rumoer', description: 'Aangemelde browser; schrijven vraagt ook x-csrf-token.' },
        },
      },
    },
    transform: (route) => (isOfFacade(route.url) ? { schema: { hide: true }, url: route.url } : transform(route)),
    transformObject: (document) => withSharedParts(nameSchemas(document)),
  })
})

/** `GET /v1/openapi.json`, readable by pages of others too. */
export async function openapiRoute(app: FastifyInstance): Promise<void> {
  app.get(OPENAPI_PATH, { config: { access: 'public' }, schema: { hide: true } }, async () => app.swagger())
}
