import { setTimeout as delay } from 'node:timers/promises'
import { openStore } from '@rumoer/store'
import { openSecret } from '@rumoer/walk'
import { buildApp } from '../app.ts'
import type { Config } from '../config.ts'
import { ensureDemo } from '../demo/ensure-demo.ts'
import { playDemo } from '../demo/play-demo.ts'
import { createLogger, errorFields } from '../log.ts'
import { createServices, type Services } from '../services.ts'
import { buildWall } from './build-wall.ts'
import { firstSignIn } from './first-sign-in.ts'
import type { Progress } from './progress.ts'

const DRAIN_MS = 2_000

export type Server = {
  url: string
  /** Link of the first administrator, shown once. */
  signInLink: string | null
  /** Refuses what is new, lets what runs finish, closes sockets, walk and database. */
  stop(): Promise<void>
}

/** Starts everything in its fixed order: wall and database, secret, services, port, walk, demo, first administrator. */
export async function startServer(config: Config, progress: Progress): Promise<Server> {
  const logger = createLogger(config.logLevel)
  const wall = buildWall(() => progress.step('Building the wall …')).then(
    () => null,
    (error: Error) => error,
  )
  progress.step(
    config.databaseUrl ? 'Opening and migrating the database …' : `Opening and migrating the embedded database in ${config.dataDir} …`,
  )
  const store = await openStore({
    dataDir: config.dataDir,
    role: 'server',
    ...(config.databaseUrl === undefined ? {} : { databaseUrl: config.databaseUrl }),
  })
  const stops: (() => Promise<unknown>)[] = [() => store.close()]
  try {
    const key = await openSecret({ dataDir: config.dataDir, ...(config.secretKey === undefined ? {} : { configured: config.secretKey }) })
    if (key.made) progress.step('Made a new key in secret.key in the data folder; keep it with your back-ups.')
    const services = createServices({ config, store, secret: key.secret, logger })
    const failed = await wall
    if (failed) progress.step(`The wall could not be built, the API runs without it:\n${failed.message}`)
    const url = await listen(services, stops)
    await services.walker.start()
    stops.unshift(() => services.walker.stop())
    services.sender.start()
    stops.unshift(() => services.sender.stop())
    await startDemo(services, progress, stops)
    services.imports.start()
    stops.unshift(() => services.imports.stop())
    services.connectors.start()
    stops.unshift(
      () => services.connectors.stop(),
      () => services.outbound.close(),
    )
    const signInLink = await firstSignIn(services)
    services.running.isReady = true
    services.log.info('started', { mode: store.mode, demo: config.demo })
    return { url, signInLink, stop: () => stopAll(stops) }
  } catch (error) {
    await stopAll(stops)
    throw error
  }
}

async function listen(services: Services, stops: (() => Promise<unknown>)[]): Promise<string> {
  const { config, running } = services
  const app = await buildApp(services)
  stops.unshift(async () => {
    const closed = app.close()
    await Promise.race([closed, delay(DRAIN_MS)])
    app.server.closeAllConnections()
    await closed
  })
  await app.listen({ host: config.host, port: config.port })
  const address = app.server.address()
  if (config.publicUrl === null && address !== null && typeof address === 'object')
    running.publicUrl = `http://${config.host}:${address.port}`
  return running.publicUrl
}

async function startDemo(services: Services, progress: Progress, stops: (() => Promise<unknown>)[]): Promise<void> {
  if (!services.config.demo) return
  const demo = await ensureDemo(services, (done, total) => progress.share('Loading the demo municipality Lindehaven …', done, total))
  if (!demo) return
  const player = playDemo(services, demo)
  stops.unshift(() => player.stop())
}

/** Newest first; one that fails does not keep the others open. */
async function stopAll(stops: (() => Promise<unknown>)[]): Promise<void> {
  for (const stop of stops.splice(0))
    await stop().catch((error: unknown) => process.stderr.write(`while stopping: ${errorFields(error).reason}\n`))
}
