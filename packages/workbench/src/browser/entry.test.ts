import type { Collection, MessageOut } from '@rumoer/contracts'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { describeInBrowser } from './describe-in-browser.ts'
import { copyData } from './load-demo.ts'
import { ADVISER, ask, type Newsroom, open, openNewsroom } from './newsroom.ts'
import { axeFindings } from './open-page.ts'

describeInBrowser('writing down a contact', () => {
  let room: Newsroom
  let sanne: BrowserContext
  let page: Page
  beforeAll(async () => {
    const loaded = inject('demoData')
    room = await openNewsroom({ DEMO: 'on' }, loaded === null ? undefined : await copyData(loaded))
    sanne = await room.signInAs(ADVISER)
    page = await open(sanne, room.server(), '/berichten')
  })
  afterAll(() => room?.close())

  const words = () => page.getByLabel('Wat is er aan de hand?')
  const stored = async (text: string) =>
    (await ask<Collection<MessageOut>>(sanne, room.server(), `/messages?sort=-receivedAt&limit=20`)).items.filter((one) =>
      one.text.includes(text),
    )

  test('the keyboard alone writes a contact down, and the form is ready for the next', async () => {
    await page.getByRole('link', { name: 'Contact vastleggen' }).click()
    await words().waitFor()
    expect(await words().evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.type('Mevrouw belt: de glasbak aan de Havenkade zit vol, terugbellen op 06-12345678')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('region', { name: 'Net vastgelegd' }).getByText('glasbak').waitFor()
    expect(await words().inputValue()).toBe('')
    expect(await words().evaluate((field) => field === document.activeElement)).toBe(true)
    await expect.poll(async () => (await stored('glasbak aan de Havenkade')).length).toBe(1)
    const [message] = await stored('glasbak aan de Havenkade')
    expect(message).toMatchObject({ kind: 'contact', channel: 'telephone' })
    expect(message?.text).not.toContain('12345678')
  })

  test('while typing, what plays already is told, in both themes and on a telephone', async () => {
    await words().fill('Bruin water uit de kraan')
    await page.getByRole('complementary').getByRole('link').first().waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await axeFindings(page)).toEqual([])
    }
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  test('a reload, and another tab, lose nothing of what was typed', async () => {
    await page.reload()
    await words().waitFor()
    expect(await words().inputValue()).toBe('Bruin water uit de kraan')
    const second = await open(sanne, room.server(), '/invoer')
    const unfinished = second.getByRole('region', { name: 'Nog niet vastgelegd' })
    expect(await unfinished.innerText()).toContain('Bruin water uit de kraan')
    await second.getByLabel('Wat is er aan de hand?').fill('Van de tweede tab')
    expect(await words().inputValue()).toBe('Bruin water uit de kraan')
    await second.close()
    await words().fill('')
  })

  test('without a line it goes on: what was finished waits in the browser and arrives once, also after a reload', async () => {
    await page.route('**/v1/entries', (route) => route.abort())
    await words().fill('Zonder verbinding: lantaarnpaal uit in de Dorpsstraat')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Eén contact wacht op verbinding').waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(await words().inputValue()).toBe('')
    await page.unroute('**/v1/entries')
    await page.reload()
    await page.getByRole('region', { name: 'Net vastgelegd' }).getByText('lantaarnpaal').waitFor()
    await expect.poll(async () => (await stored('lantaarnpaal uit in de Dorpsstraat')).length).toBe(1)
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => localStorage[key].includes('Dorpsstraat')))).toEqual([])
  })
})
