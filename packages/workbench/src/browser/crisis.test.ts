import type { CrisisState } from '@rumoer/contracts'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { describeInBrowser } from './describe-in-browser.ts'
import { ADMINISTRATOR, ADVISER, ask, type Newsroom, open, openDemo } from './newsroom.ts'
import { axeFindings, openContext } from './open-page.ts'

const PATIENT = { timeout: 20_000 }
const REASON = 'Bruin water in het Havenkwartier'

describeInBrowser('crisis mode', () => {
  let room: Newsroom
  let sanne: BrowserContext
  let admin: BrowserContext
  let stranger: BrowserContext
  let page: Page
  let theirs: Page
  beforeAll(async () => {
    room = await openDemo(inject('demoData'))
    sanne = await room.signInAs(ADVISER)
    admin = await room.signInAs(ADMINISTRATOR)
    stranger = await openContext(room.browser)
    page = await open(sanne, room.server(), '/')
    theirs = await open(admin, room.server(), '/planning')
  })
  afterAll(() => room?.close())

  const state = () => ask<CrisisState>(sanne, room.server(), '/crisis')
  const banner = (of: Page) => of.getByRole('region', { name: 'Crisisstand', exact: true })

  test('one button starts it, with a reason, and a colleague on another page sees so', async () => {
    await page.getByRole('button', { name: 'Crisisstand' }).click()
    const sheet = page.getByRole('dialog', { name: 'Crisisstand aanzetten' })
    await sheet.getByRole('button', { name: 'Crisisstand aanzetten' }).click()
    expect((await state()).crisis).toBeNull()
    await sheet.getByLabel('Wat is er aan de hand?').fill(REASON)
    await sheet.getByText('Planning bevriezen').click()
    await sheet.getByRole('button', { name: 'Crisisstand aanzetten' }).click()
    await page.waitForURL('**/crisis')
    await page.getByRole('heading', { level: 1, name: REASON }).waitFor()
    await banner(theirs).getByText(REASON).waitFor(PATIENT)
  })

  test('the planning is frozen by one press, and each item released by one', async () => {
    await page.getByText('Geplande berichten gaan nog gewoon uit.').waitFor()
    await page.getByRole('button', { name: 'Planning bevriezen' }).click()
    await page.getByRole('heading', { name: /wacht/ }).waitFor()
    await expect.poll(async () => (await state()).crisis?.frozen, PATIENT).toBe(true)
    const { held } = await state()
    expect(held.length).toBeGreaterThan(0)
    await page.getByRole('button', { name: `Vrijgeven: ${held[0]!.title}` }).click()
    await expect.poll(async () => (await state()).held.length, PATIENT).toBe(held.length - 1)
  })

  test('the briefing tells who is hit first, and leads to what they say', async () => {
    const first = page.locator('main dl div').first()
    await first.waitFor()
    expect(await first.innerText()).toContain('getroffenen')
    const link = banner(page).getByRole('link', { name: 'Berichten van getroffenen' })
    expect(await link.getAttribute('href')).toMatch(/\/berichten\?role=getroffene&from=/)
  })

  describe('shared with a partner who has no account', () => {
    let link: string
    let partner: Page
    test('it is read by a link, without texts, names and ways in', async () => {
      await page.getByRole('button', { name: 'Deel dit beeld' }).click()
      link = await page.getByLabel('Link voor partners').inputValue()
      partner = await stranger.newPage()
      await partner.goto(link)
      await partner.getByRole('heading', { level: 1, name: REASON }).waitFor()
      await partner.getByText(/Te lezen tot/).waitFor()
      expect(await partner.getByRole('link').count()).toBe(0)
      expect(await partner.getByRole('button').count()).toBe(0)
      expect(await partner.locator('main').innerText()).not.toContain('Sanne')
    })

    test.each(['light', 'dark'] as const)('nothing that axe finds in %s, and it fits a phone', async (colorScheme) => {
      for (const one of [page, partner]) {
        await one.emulateMedia({ colorScheme })
        expect(await axeFindings(one)).toEqual([])
      }
      await partner.setViewportSize({ width: 320, height: 700 })
      expect(await partner.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    })

    test('and no longer once somebody stops sharing', async () => {
      await page.getByRole('button', { name: 'Niet meer delen' }).click()
      await page.getByRole('button', { name: 'Deel dit beeld' }).waitFor(PATIENT)
      await partner.reload()
      await partner.getByRole('heading', { name: 'Deze link werkt niet meer' }).waitFor()
      expect(await partner.locator('main').innerText()).not.toContain(REASON)
    })
  })

  test('it ends by one press, for everybody; what waits goes on waiting', async () => {
    const { held } = await state()
    await page.getByRole('button', { name: 'Crisisstand uitzetten' }).click()
    await page.getByRole('heading', { level: 1, name: 'De crisisstand is uit' }).waitFor()
    await expect.poll(() => banner(theirs).count(), PATIENT).toBe(0)
    expect((await state()).held).toEqual(held)
  })
})
