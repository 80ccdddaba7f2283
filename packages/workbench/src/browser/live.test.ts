import type { Collection, Issue } from '@rumoer/contracts'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { describeInBrowser } from './describe-in-browser.ts'
import { addInlet } from './inlet.ts'
import { ADMINISTRATOR, ADVISER, ask, type Newsroom, open, openDemo } from './newsroom.ts'

const SEEN_WITHIN_MS = 5_000
/** After this much silence the wall must say that it may be out of date. */
const SILENT_MS = 31_000
/** So many that their channel is among the busiest that the page shows. */
const AFTER_RESTART = 60
const BACK_WITHIN_MS = 60_000
const LOST = /Verbinding weg sinds \d\d:\d\d/

describeInBrowser('the live desk', () => {
  let room: Newsroom
  let sanne: BrowserContext
  let admin: BrowserContext
  let desk: Page
  beforeAll(async () => {
    room = await openDemo(inject('demoData'))
    sanne = await room.signInAs(ADVISER)
    admin = await room.signInAs(ADMINISTRATOR)
    desk = await open(sanne, room.server(), '/')
  })
  afterAll(() => room?.close())

  const hottest = () => ask<Collection<Issue>>(sanne, room.server(), '/issues?sort=heat&limit=20')
  const connection = (page: Page) => page.locator('header [data-phase]')

  /** How many messages of a channel the page counted since it opened. */
  async function newOn(page: Page, channel: string): Promise<number> {
    const row = page.locator('aside li').filter({ hasText: new RegExp(channel, 'i') })
    return (await row.count()) === 0 ? 0 : Number(await row.locator('b').innerText())
  }

  test('issues stand by heat, with the bruin-water crisis on top', async () => {
    const { items } = await hottest()
    expect(items.map(({ heat }) => heat)).toEqual(items.map(({ heat }) => heat).sort((a, b) => b - a))
    const first = desk.locator('main a[data-issue]').first()
    expect(await first.getAttribute('data-issue')).toBe(items[0]?.id)
    expect(await first.innerText()).toMatch(/bruin|water/i)
    expect(['urgent', 'crisis']).toContain(items[0]?.level)
    expect(await desk.locator('main article').first().innerText()).toMatch(/Urgent|Crisis/)
  })

  test('the connection says that it is live', async () => {
    await connection(desk).getByText('Live', { exact: true }).waitFor()
  })

  test('a message that another source posts stands on the wall within seconds, without a reload', async () => {
    const inlet = await addInlet(room.server(), 'Aanbelronde', 'aanbelronde')
    const wall = await open(admin, room.server(), '/wand')
    const wallToday = async () =>
      Number((/(\d[\d.]*) berichten/.exec(await wall.locator('main').innerText())?.[1] ?? '').replace(/\D/g, ''))
    await wall.waitForFunction(() => /\d berichten/.test(document.querySelector('main')?.innerText ?? ''))
    const wallBefore = await wallToday()
    const startedMs = performance.now()
    await inlet.send(['Er komt bruin water uit de kraan in het Havenkwartier.'])
    await expect.poll(() => newOn(desk, 'aanbelronde'), { timeout: 10_000, interval: 50 }).toBe(1)
    await expect.poll(wallToday, { timeout: 10_000, interval: 50 }).toBeGreaterThan(wallBefore)
    const tookMs = performance.now() - startedMs
    process.stderr.write(`posted to desk and wall: ${Math.round(tookMs)} ms\n`)
    expect(tookMs).toBeLessThan(SEEN_WITHIN_MS)
    await wall.close()
  })

  test('who takes an issue is seen by a colleague in another browser', async () => {
    const other = await open(admin, room.server(), '/')
    const lead = desk.locator('main article').first()
    const id = await lead.locator('a[data-issue]').getAttribute('data-issue')
    await lead.getByRole('button', { name: /ik pak dit op/i }).click()
    const theirs = other.locator('main article', { has: other.locator(`a[data-issue="${id}"]`) })
    await theirs.getByText('Sanne Vermeer').first().waitFor({ timeout: SEEN_WITHIN_MS })
    await other.close()
  })

  test('an opened issue shows the messages behind it, as many as it says', async () => {
    const page = await open(sanne, room.server(), '/')
    await page.locator('main a[data-issue]').first().click()
    await page.waitForURL('**/issues/*')
    const id = new URL(page.url()).pathname.split('/').at(-1)!
    const cards = page.getByRole('tabpanel').locator('article')
    await cards.first().waitFor()
    expect(await cards.allInnerTexts().then((texts) => texts.join(' '))).toMatch(/water/i)
    const { total } = await ask<{ total: number }>(sanne, room.server(), `/messages?issue=${id}&total=true&limit=1`)
    const told = page.locator('article header').getByRole('link', { name: /berichten/ })
    await expect.poll(async () => Number((await told.innerText()).replace(/\D/g, '')), { timeout: 10_000 }).toBe(total)
    await page.close()
  })

  describe('when the server dies', () => {
    let wall: Page
    let titles: string[]
    let wallTitle: string
    beforeAll(async () => {
      wall = await admin.newPage()
      await wall.clock.install()
      await wall.goto(`${room.server().url}/wand`)
      wallTitle = await wall.locator('main article h2').first().innerText()
      titles = await desk.locator('main a[data-issue]').allInnerTexts()
      await room.server().kill()
    })

    test('the desk says since when, and keeps its data', async () => {
      await connection(desk).getByText(LOST).waitFor()
      expect(await desk.locator('main a[data-issue]').allInnerTexts()).toEqual(titles)
    })

    test('the wall says since when after half a minute of silence, and keeps its data', async () => {
      await wall.clock.fastForward(SILENT_MS)
      await wall.getByText(LOST).waitFor({ timeout: 15_000 })
      expect(await wall.locator('main article h2').first().innerText()).toBe(wallTitle)
    })

    test('and comes back, both catch up by themselves', async () => {
      await room.restart()
      await connection(desk).getByText('Live', { exact: true }).waitFor({ timeout: BACK_WITHIN_MS })
      await expect.poll(() => wall.getByText(LOST).count(), { timeout: BACK_WITHIN_MS }).toBe(0)
      const inlet = await addInlet(room.server(), 'Aanplakbord', 'aanplakbord')
      const numbers = Array.from({ length: AFTER_RESTART }, (_, at) => at + 1)
      await inlet.send(numbers.map((at) => `De lantaarn voor nummer ${at} in de Lindelaan is uit.`))
      await expect.poll(() => newOn(desk, 'aanplakbord'), { timeout: 10_000, interval: 50 }).toBe(AFTER_RESTART)
    })
  })
})
