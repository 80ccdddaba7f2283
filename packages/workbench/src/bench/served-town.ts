import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AreaLevel, RawMessage } from '@rumoer/contracts'
import { lindehaven } from '@rumoer/simulator'
import { type RunningServer, startServer } from '../running-server.ts'
import type { Setting } from './setting.ts'

/** The real server with one municipality, as an operator sets it up; it can be killed and started again on the same data. */
export type ServedTown = {
  /** The server that runs now: another one after `restart`. */
  server(): RunningServer
  /** Resolves when a server runs. */
  running(): Promise<void>
  sourceKey: string
  readerKey: string
  killAndRestart(): Promise<void>
  stop(): Promise<void>
}

const PROPERTIES: Readonly<Record<AreaLevel, readonly [code: string, name: string]>> = {
  buurt: ['buurtcode', 'buurtnaam'],
  wijk: ['wijkcode', 'wijknaam'],
  gemeente: ['gemeentecode', 'gemeentenaam'],
}

/** The simulated town as CBS would publish it. */
function geoJson(): string {
  const features = lindehaven().areas.flatMap(({ code, level, name, inhabitants, geometry }) => {
    const [codeName, nameName] = PROPERTIES[level]
    return geometry ? [{ type: 'Feature', properties: { [codeName]: code, [nameName]: name, aantalInwoners: inhabitants }, geometry }] : []
  })
  return JSON.stringify({ type: 'FeatureCollection', features })
}

export async function openServedTown(setting: Setting): Promise<ServedTown> {
  let server = await startServer(setting.serverEnv, setting.storeConfig.dataDir)
  let running: Promise<void> = Promise.resolve()
  const { code, name } = lindehaven()
  await server.rumoer('municipality', 'add', '--code', code, '--name', name)
  const areasPath = join(setting.storeConfig.dataDir, 'areas.json')
  await writeFile(areasPath, geoJson())
  await server.rumoer('areas', 'import', areasPath)
  const source = JSON.parse(await server.rumoer('source', 'add', '--name', 'Proef', '--kind', 'http', '--channel', 'form')) as {
    key: string
  }
  const reader = JSON.parse(await server.rumoer('key', 'add', '--role', 'lezer', '--name', 'Proeflezer')) as { key: string }
  return {
    server: () => server,
    running: () => running,
    sourceKey: source.key,
    readerKey: reader.key,
    killAndRestart() {
      running = (async () => {
        await server.kill()
        server = await startServer(setting.serverEnv, setting.storeConfig.dataDir)
      })()
      return running
    },
    stop: () => server.stop(),
  }
}

/** Sends one request as a source does; the body of the answer, or an error that says what came instead. */
export async function postMessages(
  town: ServedTown,
  messages: RawMessage | readonly RawMessage[],
  asLines = false,
): Promise<{ status: number; body: unknown }> {
  const lines = asLines && Array.isArray(messages)
  const answer = await fetch(`${town.server().url}/v1/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${town.sourceKey}`, 'content-type': lines ? 'application/x-ndjson' : 'application/json' },
    body: lines ? messages.map((message) => JSON.stringify(message)).join('\n') : JSON.stringify(messages),
  })
  const body: unknown = await answer.json()
  return { status: answer.status, body }
}
