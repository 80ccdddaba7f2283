import type { Browser, BrowserContext, Page } from 'playwright-core'
import { type RunningServer, startServer } from '../running-server.ts'
import { copyData } from './load-demo.ts'
import { openBrowser, type SIZES, signIn } from './open-page.ts'

export const ADMINISTRATOR = 'admin@rumoer.example'
export const ADVISER = 'sanne.vermeer@lindehaven.example'

type Look = { size?: keyof typeof SIZES; colorScheme?: 'light' | 'dark' }

/** A real server with a real browser before it, for one test file. */
export type Newsroom = {
  /** The server that runs now: another one, at the same address, after `restart`. */
  server(): RunningServer
  browser: Browser
  /** A signed-in person with a browser of their own. */
  signInAs(email: string, look?: Look): Promise<BrowserContext>
  /** Starts the server again on the same data and the same port. */
  restart(): Promise<void>
  close(): Promise<void>
}

/** `dataDir` is the data that it starts with and ends with removing; a new folder when left out. */
export async function openNewsroom(env: Record<string, string>, dataDir?: string): Promise<Newsroom> {
  const browser = await openBrowser()
  let server = await startServer(env, dataDir).catch(async (error: unknown) => {
    await browser.close()
    throw error
  })
  const port = Number(new URL(server.url).port)
  return {
    server: () => server,
    browser,
    signInAs: async (email, look = {}) => signIn(browser, await invite(server, email), look.size, look.colorScheme),
    async restart() {
      await server.kill()
      server = await startServer(env, server.dataDir, port)
    },
    async close() {
      await browser.close()
      await server.stop()
      await server.removeData()
    },
  }
}

/** The demo municipality; from the data that `loadDemo` made when there is any, which saves the loading. */
export const openDemo = async (loaded: string | null = null): Promise<Newsroom> =>
  openNewsroom({ DEMO: 'on' }, loaded === null ? undefined : await copyData(loaded))

async function invite(server: RunningServer, email: string): Promise<string> {
  const { link } = JSON.parse(await server.rumoer('user', 'invite', email)) as { link: string }
  return link
}

/** What the API answers to the person of this browser. */
export async function ask<Answer>(context: BrowserContext, server: RunningServer, path: string): Promise<Answer> {
  const response = await context.request.get(`${server.url}/v1${path}`)
  if (!response.ok()) throw new Error(`${path}: status ${response.status()}, expected an answer: ${(await response.text()).slice(0, 300)}`)
  return (await response.json()) as Answer
}

/** Opens a page of the wall and waits until its first data stands there. */
export async function open(context: BrowserContext, server: RunningServer, path: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${server.url}${path}`)
  await page.locator('main h1, main h2').first().waitFor({ state: 'attached' })
  await page.locator('main [aria-busy=true]').first().waitFor({ state: 'detached' })
  return page
}
