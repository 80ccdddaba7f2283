import { existsSync } from 'node:fs'
import { join, normalize } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { notFound } from '../errors.ts'

const OWN_PATHS = /^\/(v1|healthz|readyz|metrics|open311|signals)(\/|$)/
const HASHED = /\/assets\//
const YEAR_SECONDS = 31_536_000

/** The built wall. A page address of the wall that is no file gets the wall itself, which knows what to show. */
export async function wall(app: FastifyInstance, { folder }: { folder: string }): Promise<void> {
  await app.register(fastifyStatic, { root: folder, serve: false, dotfiles: 'ignore', index: false, cacheControl: false })

  app.get('/*', { config: { access: 'public' }, schema: { hide: true } }, async (request, reply) => {
    const path = decodeURIComponent(request.url.split('?', 1)[0] ?? '/')
    if (OWN_PATHS.test(path) || path.includes('\0') || path.split('/').some((part) => part.startsWith('.'))) throw notFound('such address')
    const isFile = path !== '/' && !path.endsWith('/') && /\.[a-z0-9]+$/i.test(path) && existsSync(join(folder, normalize(path)))
    if (isFile) {
      reply.header('cache-control', HASHED.test(path) ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache')
      return reply.sendFile(path.slice(1), folder)
    }
    if (!request.headers.accept?.includes('text/html') || !existsSync(join(folder, 'index.html'))) throw notFound('such address')
    reply.header('cache-control', 'no-cache')
    return reply.sendFile('index.html', folder)
  })
}
