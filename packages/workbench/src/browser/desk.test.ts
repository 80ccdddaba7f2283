import type { MessageCounts, SavedView } from '@rumoer/contracts'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { describeInBrowser } from './describe-in-browser.ts'
import { addInlet } from './inlet.ts'
import { ADMINISTRATOR, ADVISER, ask, type Newsroom, open, openDemo } from './newsroom.ts'
import { axeFindings } from './open-page.ts'

const COLUMNS = '/?kolommen=status%3D%7Cassignee%3Dnone%7Cnaam%3DHaven%26q%3Dwater'
const BURST = 100
const PATIENT = { timeout: 10_000 }

describeInBrowser('the desk of who watches', () => {
  let room: Newsroom
  let sanne: BrowserContext
  let admin: BrowserContext
  let page: Page
  beforeAll(async () => {
    room = await openDemo(inject('demoData'))
    sanne = await room.signInAs(ADVISER)
    admin = await room.signInAs(ADMINISTRATOR)
    page = await open(sanne, room.server(), '/')
  })
  afterAll(() => room?.close())

  const url = () => new URL(page.url())
  const go = async (path: string) => {
    await page.goto(`${room.server().url}${path}`)
    await page.locator('main h1, main h2').first().waitFor({ state: 'attached' })
    await page.locator('main [aria-busy=true]').first().waitFor({ state: 'detached' })
  }
  const issueIds = () => page.locator('main a[data-issue]').evaluateAll((links) => links.map((link) => link.getAttribute('data-issue')))
  const focusedIssue = () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['issue'] ?? null)
  const columnTitles = (of: Page) => of.locator('main section h2').allInnerTexts()

  describe('columns', () => {
    test('stand side by side, at most four, each a query that the address holds', async () => {
      await go('/')
      await page.getByRole('button', { name: 'Kolommen naast elkaar' }).click()
      await page.getByRole('region', { name: 'nog niemand' }).waitFor()
      await page.getByRole('button', { name: 'Kolom erbij' }).click()
      await expect.poll(() => columnTitles(page)).toHaveLength(4)
      expect(await page.getByRole('button', { name: 'Kolom erbij' }).isDisabled()).toBe(true)
      await page.reload()
      await expect.poll(() => columnTitles(page), PATIENT).toHaveLength(4)
    })

    test('are named, filtered, moved and taken away, and a colleague who opens the link sees the same', async () => {
      await page
        .getByRole('button', { name: /^Acties voor kolom/ })
        .nth(3)
        .click()
      await page.getByRole('menuitem', { name: 'Kolom wijzigen' }).click()
      const sheet = page.getByRole('dialog')
      await sheet.getByLabel('Naam van de kolom').fill('Water & haven | oost')
      await sheet.getByLabel('Zoek in issues').fill('water')
      await sheet.getByRole('button', { name: 'Bewaren' }).click()
      const named = page.getByRole('region', { name: 'Water & haven | oost' })
      await named.locator('a[data-issue]').first().waitFor()
      expect(await named.innerText()).toContain('“water”')
      await page.getByRole('button', { name: 'Acties voor kolom Water & haven | oost' }).click()
      await page.getByRole('menuitem', { name: 'Naar links' }).click()
      await expect.poll(async () => (await columnTitles(page))[2]).toBe('Water & haven | oost')
      await page
        .getByRole('button', { name: /^Acties voor kolom/ })
        .nth(0)
        .click()
      await page.getByRole('menuitem', { name: 'Kolom weghalen' }).click()
      await expect.poll(() => columnTitles(page)).toHaveLength(3)
      const theirs = await open(admin, room.server(), url().pathname + url().search)
      await expect.poll(() => columnTitles(theirs), PATIENT).toEqual(await columnTitles(page))
      await theirs.close()
    })

    test.each(['light', 'dark'] as const)('have nothing that axe finds in %s, nor has what is kept', async (colorScheme) => {
      await page.emulateMedia({ colorScheme })
      await go(COLUMNS)
      expect(await axeFindings(page)).toEqual([])
      await page.getByRole('button', { name: 'Weergaven' }).click()
      await page.getByRole('dialog', { name: 'Weergaven' }).waitFor()
      expect(await axeFindings(page)).toEqual([])
      await page.keyboard.press('Escape')
    })

    test('the arrow keys go from one list to the next', async () => {
      await page.getByRole('region', { name: 'Alles wat loopt' }).locator('a[data-issue]').first().focus()
      await page.keyboard.press('ArrowRight')
      expect(await page.evaluate(() => document.activeElement?.closest('section')?.getAttribute('aria-label'))).toBe('nog niemand')
    })
  })

  test('a view is kept with its whole filter, shared, opened by a colleague, and removed by its owner alone', async () => {
    await go(COLUMNS)
    await page.getByRole('button', { name: 'Weergaven' }).click()
    await page.getByRole('button', { name: 'Bewaar deze weergave' }).click()
    const sheet = page.getByRole('dialog', { name: 'Bewaar deze weergave' })
    await sheet.getByLabel('Naam').fill('Haven in drie')
    await sheet.getByText('Deel met collega’s').click()
    expect(await sheet.getByLabel('Link van deze weergave').inputValue()).toBe(page.url())
    await sheet.getByRole('button', { name: 'Bewaren' }).click()
    await sheet.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Weergave: Haven in drie' }).waitFor()

    const theirs = await open(admin, room.server(), '/berichten')
    await theirs.getByRole('button', { name: 'Weergaven' }).click()
    const menu = theirs.getByRole('dialog', { name: 'Weergaven' })
    await menu.getByText('Sanne Vermeer').waitFor()
    expect(await menu.getByRole('button', { name: /^Verwijder/ }).count()).toBe(0)
    await menu.getByRole('link', { name: /Haven in drie/ }).click()
    await expect.poll(() => columnTitles(theirs), PATIENT).toEqual(await columnTitles(page))
    await theirs.close()

    await page.getByRole('button', { name: 'Weergave: Haven in drie' }).click()
    await page.getByRole('button', { name: 'Verwijder weergave Haven in drie' }).click()
    await expect.poll(async () => (await ask<{ items: SavedView[] }>(admin, room.server(), '/views')).items, PATIENT).toEqual([])
    await page.keyboard.press('Escape')
  })

  test('a search in Dutch finds other forms of the word; each count narrows it to that many, and stays in the address', async () => {
    await go('/berichten')
    await page.getByLabel('Zoek in berichten').fill('lantaarnpaal')
    await page.getByLabel('Zoek in berichten').press('Enter')
    await page.waitForURL(/q=lantaarnpaal/)
    const panel = page.getByRole('navigation', { name: 'Verfijn op' })
    const line = panel
      .locator('section', { has: page.getByRole('heading', { name: 'Kanaal' }) })
      .getByRole('link')
      .nth(1)
    await line.waitFor()
    const counts = await ask<MessageCounts>(sanne, room.server(), '/message-counts?q=lantaarnpaal')
    const { value, messages } = counts.channel[1]!
    await line.click()
    await page.waitForURL(new RegExp(`channel=${value}`))
    await page.getByRole('heading', { level: 1, name: new RegExp(`^${messages.toLocaleString('nl-NL')} bericht`) }).waitFor()
    expect(await panel.locator('[aria-current]').count()).toBe(1)
    expect(await panel.locator('section').first().getByRole('link').count()).toBeGreaterThan(1)
    expect(await axeFindings(page)).toEqual([])
    await panel.locator('[aria-current]').click()
    await expect.poll(() => url().searchParams.get('channel')).toBeNull()
    const all = (await page.locator('main article').allInnerTexts()).join(' ')
    expect(all).toMatch(/lantaarnpalen/i)
  })

  describe('keys', () => {
    const toList = async () => {
      await go('/')
      await page.locator('main a[data-issue]').first().focus()
    }

    test('m, a and n open what they say, / goes to the search, g p to the planning', async () => {
      await toList()
      for (const [key, name] of [
        ['m', 'Dempen'],
        ['a', 'Toewijzen aan een collega'],
        ['n', 'Notitie toevoegen'],
      ] as const) {
        await page.keyboard.press(key)
        const dialog = page.getByRole('dialog', { name })
        await dialog.waitFor()
        await page.keyboard.press('Escape')
        await dialog.waitFor({ state: 'detached' })
        await expect.poll(focusedIssue).not.toBeNull()
      }
      await page.keyboard.press('/')
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search')
      await toList()
      await page.keyboard.press('g')
      await page.keyboard.press('p')
      await page.waitForURL('**/planning')
    })

    test('letters on the page itself, or with the keys switched off, do nothing', async () => {
      await go('/')
      const before = page.url()
      for (const key of 'emanpgwr/?') await page.keyboard.press(key)
      expect(page.url()).toBe(before)
      expect(await page.getByRole('dialog').count()).toBe(0)
      await page.getByRole('button', { name: /^Instellingen van/ }).click()
      await page.getByRole('dialog').getByLabel('Sneltoetsen').click()
      await page.getByRole('option', { name: 'Uit' }).click()
      await page.keyboard.press('Escape')
      await page.locator('main a[data-issue]').first().focus()
      for (const key of 'emanpgwr/?') await page.keyboard.press(key)
      expect(page.url()).toBe(before)
      expect(await page.getByRole('dialog').count()).toBe(0)
      await page.evaluate(() => {
        for (const key of Object.keys(localStorage)) if (key.startsWith('rumoer.settings')) localStorage.removeItem(key)
      })
    })
  })

  test('the list does not move under the reader: after a hundred messages the order and the focus are as they were', async () => {
    await go('/')
    const inlet = await addInlet(room.server(), 'Schoolplein', 'schoolplein')
    await page.locator('main a[data-issue]').nth(2).focus()
    const before = await issueIds()
    const focused = await focusedIssue()
    const told = await ask<{ seq: number }>(sanne, room.server(), '/issues?limit=1')
    await inlet.send(
      Array.from({ length: BURST }, (_, at) => `Er ligt een dode zwaan bij steiger ${at} van de jachthaven, wie haalt die weg?`),
      { kind: 'post' },
    )
    await expect
      .poll(async () => (await ask<{ seq: number }>(sanne, room.server(), '/issues?limit=1')).seq, PATIENT)
      .toBeGreaterThan(told.seq + BURST - 1)
    const pill = page.getByRole('button', { name: /nieuwe tonen/ })
    await pill.waitFor(PATIENT)
    expect(await issueIds()).toEqual(before)
    expect(await focusedIssue()).toBe(focused)
    await pill.click()
    await expect.poll(async () => (await issueIds()).length).toBeGreaterThanOrEqual(before.length)
    await expect.poll(() => pill.count()).toBe(0)
  })

  test('pause holds everything, is remembered, and Space in the list lets it go on', async () => {
    await go('/')
    await page.getByRole('button', { name: 'Pauze' }).click()
    const resume = page.getByRole('button', { name: /^Verder/ })
    await resume.waitFor()
    const inlet = await addInlet(room.server(), 'Buurthuis', 'buurthuis')
    await inlet.send(['De verwarming in het buurthuis is kapot.'])
    await page.getByRole('button', { name: /^Verder \(\d+ wachten\)/ }).waitFor()
    expect(await page.locator('aside li').filter({ hasText: 'buurthuis' }).count()).toBe(0)
    await page.reload()
    await resume.waitFor()
    await page.locator('main a[data-issue]').first().focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Pauze' }).waitFor()
  })
})
