import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Collection, Issue } from '@rumoer/contracts'
import type { BrowserContext } from 'playwright-core'
import { ADMINISTRATOR, ask, type Newsroom, open, openDemo } from './newsroom.ts'
import { openContext, SIZES } from './open-page.ts'

const FOLDER = resolve(import.meta.dirname, '../../../../apps/wall/screens')

/** Takes a picture of every page of the demo: `node packages/workbench/src/browser/screens.ts`. */
async function takeScreens(room: Newsroom): Promise<void> {
  await mkdir(FOLDER, { recursive: true })
  const first = await room.signInAs(ADMINISTRATOR)
  const { items } = await ask<Collection<Issue>>(first, room.server(), '/issues?sort=heat&limit=1')
  const session = await first.storageState()
  const pages = {
    live: '/',
    kolommen: '/?kolommen=status%3D%7Cassignee%3Dnone%7Clevel%3Durgent%7Cnaam%3DHaven%26q%3Dwater',
    kaart: '/kaart',
    'kaart-wijk': '/kaart?meet=gewoon&gebied=WK990101',
    issue: `/issues/${items[0]?.id}`,
    berichten: '/berichten',
    planning: '/planning',
    vragen: '/planning?weergave=vragen',
    rapporten: '/rapporten',
    bronnen: '/bronnen',
    invoer: '/invoer',
    inlezen: '/bronnen/inlezen',
    regels: '/regels',
    signalen: '/signalen',
    overdrachten: '/overdrachten',
    schermen: '/schermen',
    huisstijl: '/huisstijl',
  }
  const walls = { wand: '/wand', 'wand-links': '/wand?schermen=2&scherm=1', 'wand-rechts': '/wand?schermen=2&scherm=2' }
  for (const size of ['desk', 'phone', 'wall'] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await openContext(room.browser, { storageState: session, viewport: SIZES[size], colorScheme })
      for (const [name, path] of Object.entries(size === 'wall' ? walls : pages))
        await take(context, room, path, `${name}-${size}-${colorScheme}`)
      await context.clearCookies()
      if (size !== 'wall') await take(context, room, '/aanmelden', `aanmelden-${size}-${colorScheme}`)
      await context.close()
    }
  }
}

async function take(context: BrowserContext, room: Newsroom, path: string, name: string): Promise<void> {
  const page = await open(context, room.server(), path)
  if (path.startsWith('/wand')) await page.locator('main article, main section').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(FOLDER, `${name}.png`) })
  await page.close()
}

const room = await openDemo()
try {
  await takeScreens(room)
} finally {
  await room.close()
}
