import type { Collection, Issue } from '@rumoer/contracts'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { describeInBrowser } from './describe-in-browser.ts'
import { ADVISER, ask, type Newsroom, open, openDemo } from './newsroom.ts'
import { axeFindings, openContext } from './open-page.ts'

const ROUTES = [
  '/',
  '/?kolommen=status%3D%7Cassignee%3Dnone%7Clevel%3Durgent%7Cnaam%3DHaven%26q%3Dwater',
  '/wand',
  '/issues/…',
  '/berichten',
  '/berichten?channel=facebook&facet=question',
  '/kaart',
  '/crisis',
  '/kaart?meet=toon&periode=weeks&per=wijk',
  '/kaart?meet=gewoon&gebied=WK990101',
  '/planning',
  '/planning?weergave=lijst',
  '/planning?weergave=vragen',
  '/rapporten',
  '/bronnen',
  '/signalen',
  '/regels',
  '/overdrachten',
  '/aanmelden',
]

describeInBrowser('for everybody', () => {
  let room: Newsroom
  let sanne: BrowserContext
  let stranger: BrowserContext
  let hottest: string
  const pages = new Map<string, Page>()
  beforeAll(async () => {
    room = await openDemo(inject('demoData'))
    sanne = await room.signInAs(ADVISER)
    stranger = await openContext(room.browser)
    hottest = (await ask<Collection<Issue>>(sanne, room.server(), '/issues?sort=heat&limit=1')).items[0]?.id ?? ''
  })
  afterAll(() => room?.close())

  async function pageOf(route: string): Promise<Page> {
    const path = route.replace('…', hottest)
    const known = pages.get(path)
    if (known) return known
    const page = await open(route === '/aanmelden' ? stranger : sanne, room.server(), path)
    pages.set(path, page)
    return page
  }

  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    test.each(ROUTES)('%s has nothing that axe finds against WCAG 2.2 AA', async (route) => {
      const page = await pageOf(route)
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.emulateMedia({ colorScheme })
      expect(await axeFindings(page)).toEqual([])
    })
  })

  describe.each([390, 320])('on a screen of %i px', (width) => {
    test.each(ROUTES.filter((route) => route !== '/wand'))('%s does not scroll sideways', async (route) => {
      const page = await pageOf(route)
      await page.setViewportSize({ width, height: 844 })
      await expect.poll(() => tooWide(page), { timeout: 5_000 }).toEqual([])
    })
  })

  test('Tab reaches the list past a way to skip the menu; j and k move, Enter opens, Escape goes back', async () => {
    const page = await open(sanne, room.server(), '/')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Naar de inhoud')
    await page.keyboard.press('Enter')
    const first = await tabToIssue(page)
    await page.keyboard.press('j')
    const second = await focusedIssue(page)
    expect(second).not.toBe(first)
    await page.keyboard.press('k')
    expect(await focusedIssue(page)).toBe(first)
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/issues/${second}`)
    await page.locator('#issue-title').waitFor()
    await page.keyboard.press('Escape')
    await page.waitForURL(`${room.server().url}/`)
    await page.close()
  })

  test('? lists the keys, and Escape closes that list with the focus where it was', async () => {
    const page = await open(sanne, room.server(), '/')
    const first = await tabToIssue(page)
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Sneltoetsen' })
    await help.waitFor()
    expect(await help.locator('kbd').allInnerTexts()).toEqual(expect.arrayContaining(['j', 'k', 'Enter', 'Esc', 'e', 'p', '?']))
    await page.keyboard.press('Escape')
    await help.waitFor({ state: 'detached' })
    await expect.poll(() => focusedIssue(page)).toBe(first)
    await page.close()
  })
})

/** What sticks out to the right, with the nearest named element around it; empty when the page fits. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const isClipped = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      (getComputedStyle(element).overflowX !== 'visible' || isClipped(element.parentElement))
    const out = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth && !isClipped(element.parentElement),
    )
    const nameOf = (element: Element) =>
      `${element.tagName} in .${element.closest('[class]')?.getAttribute('class') ?? ''}: ${element.textContent.slice(0, 40)}`
    return [`${scrollWidth} px wide in ${clientWidth} px`, ...out.slice(0, 4).map(nameOf)]
  })

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? null)
const focusedIssue = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['issue'] ?? null)

const MOST_TABS = 40
async function tabToIssue(page: Page): Promise<string> {
  for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
    const issue = await focusedIssue(page)
    if (issue) return issue
    await page.keyboard.press('Tab')
  }
  throw new Error(`list: not reached within ${MOST_TABS} times Tab`)
}
