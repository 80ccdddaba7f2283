import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startServer } from '../running-server.ts'
import { CHROMIUM } from './open-page.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Data folder of a stopped server that has loaded the demo; null without Chromium. */
    demoData: string | null
  }
}

/** Loads the demo once for all test files; each of them starts its own server on its own copy. */
export default async function loadDemo(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  project.provide('demoData', null)
  if (CHROMIUM === null) return undefined
  const server = await startServer({ DEMO: 'on' })
  await server.stop()
  project.provide('demoData', server.dataDir)
  return () => server.removeData()
}

/** A copy of a stopped server's data folder that may be changed. */
export async function copyData(from: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rumoer-'))
  await cp(from, folder, { recursive: true })
  return folder
}
