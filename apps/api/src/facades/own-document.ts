import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { Services } from '../services.ts'

const DOCUMENT = 'facadeDocument'

/** Gives a facade its own description at `<base>/openapi.json`: it follows the rules of another's standard, not those of our API. */
export async function ownDocument(
  app: FastifyInstance,
  services: Services,
  facade: { base: string; title: string; description: string; version: string },
): Promise<void> {
  const { base, ...info } = facade
  await app.register(swagger, {
    decorator: DOCUMENT,
    openapi: {
      openapi: '3.1.0',
      info: { ...info, contact: { name: 'Rumoer', email: 'beheer@rumoer.example', url: services.running.publicUrl } },
      servers: [{ url: services.running.publicUrl }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  app.get(`${base}/openapi.json`, { config: { access: 'public' }, schema: { hide: true } }, async () =>
    (app as FastifyInstance & Record<typeof DOCUMENT, () => object>)[DOCUMENT](),
  )
}
