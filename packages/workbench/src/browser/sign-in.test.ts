import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeInBrowser } from './describe-in-browser.ts'
import { type Newsroom, openNewsroom } from './newsroom.ts'
import { openContext } from './open-page.ts'

const ROUTES = ['/', '/wand', '/issues/019dc000-0000-7000-8000-000000000000', '/berichten', '/planning', '/rapporten', '/bronnen']

describeInBrowser('signing in', () => {
  let room: Newsroom
  let link: string
  beforeAll(async () => {
    room = await openNewsroom({ DEMO: 'off' })
    await room.server().rumoer('municipality', 'add', '--code', 'GM0106', '--name', 'Assen')
    link = room.server().signInLink ?? ''
  })
  afterAll(() => room?.close())

  const visitor = async (): Promise<Page> => (await openContext(room.browser)).newPage()

  test.each(ROUTES)('without a session %s shows the sign-in page, and none of the desk', async (route) => {
    const page = await visitor()
    await page.goto(`${room.server().url}${route}`)
    await page.waitForURL('**/aanmelden')
    expect(await page.locator('main h1').innerText()).not.toBe('')
    expect(await page.getByRole('navigation').count()).toBe(0)
    await page.context().close()
  })

  test('the printed link signs in, and its token leaves the address and the history', async () => {
    expect(link).toMatch(/\/aanmelden#.{20,}$/)
    const token = link.split('#')[1]!
    const page = await visitor()
    await page.goto(link)
    await page.getByRole('navigation').first().waitFor()
    expect(page.url()).toBe(`${room.server().url}/`)
    expect(await page.locator('body').innerText()).toContain('Assen')
    await page.goBack().catch(() => null)
    expect(page.url()).not.toContain(token)
    await page.context().close()
  })

  test('the link used again says in Dutch that it does not work any more, and how to get another', async () => {
    const page = await visitor()
    await page.goto(link)
    await page.getByRole('heading', { level: 1, name: /link/i }).waitFor()
    expect(await page.locator('main').innerText()).toMatch(/werkt niet|al gebruikt|niet meer/i)
    expect(await page.locator('html').getAttribute('lang')).toBe('nl')
    expect(page.url()).toBe(`${room.server().url}/aanmelden`)
    expect(await page.context().cookies()).toEqual([])
    await page.context().close()
  })
})
