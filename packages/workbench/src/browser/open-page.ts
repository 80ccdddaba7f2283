import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const CANDIDATES = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Path of the machine's Chromium, null when there is none. */
export const CHROMIUM = CANDIDATES.find((path): path is string => path !== undefined && existsSync(path)) ?? null

export function openBrowser(): Promise<Browser> {
  if (CHROMIUM === null) throw new Error('Chromium: not on this machine, expected it at CHROMIUM_PATH or /usr/bin/chromium')
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

export const SIZES = {
  desk: { width: 1280, height: 800 },
  wall: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
} as const

/** A page of the wall answers sooner than this, also on a busy machine; what does not come has failed. */
const PATIENCE_MS = 10_000

/** Everything a person brings: screen, taste, language and clock. */
export async function openContext(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: SIZES.desk,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
    ...options,
  })
  context.setDefaultTimeout(PATIENCE_MS)
  return context
}

/** A signed-in visitor of their own: the link's token is redeemed on the sign-in page, as a person does. */
export async function signIn(
  browser: Browser,
  link: string,
  size: keyof typeof SIZES = 'desk',
  colorScheme: 'light' | 'dark' = 'light',
): Promise<BrowserContext> {
  const context = await openContext(browser, { viewport: SIZES[size], colorScheme })
  const page = await context.newPage()
  await page.goto(link)
  await page.waitForURL((url) => !url.pathname.startsWith('/aanmelden'))
  await page.close()
  return context
}

/** What axe finds against WCAG 2.2 A and AA, one line per rule. */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.target.join(' '))
        .slice(0, 3)
        .join(', ')}`,
  )
}
