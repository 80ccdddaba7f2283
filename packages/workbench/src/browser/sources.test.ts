import { createServer, type Server } from 'node:http'
import type { Collection, Source } from '@rumoer/contracts'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { describeInBrowser } from './describe-in-browser.ts'
import { copyData } from './load-demo.ts'
import { ADMINISTRATOR, ADVISER, ask, type Newsroom, open, openNewsroom } from './newsroom.ts'
import { axeFindings } from './open-page.ts'

const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>Krant</title>
  <item><title>Brug dicht</title><link>https://krant.example/1</link><description>Bel Jan op 06-12345678</description></item></channel></rss>`

describeInBrowser('the sources', () => {
  let room: Newsroom
  let admin: BrowserContext
  let page: Page
  let paper: Server
  beforeAll(async () => {
    paper = createServer((_request, response) => response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(FEED))
    await new Promise<void>((done) => paper.listen(0, '127.0.0.1', done))
    const loaded = inject('demoData')
    room = await openNewsroom({ DEMO: 'on', OUTBOUND_ALLOW_PRIVATE: 'on' }, loaded === null ? undefined : await copyData(loaded))
    admin = await room.signInAs(ADMINISTRATOR)
    page = await open(admin, room.server(), '/bronnen')
  })
  afterAll(async () => {
    paper?.close()
    await room?.close()
  })

  const sheet = () => page.getByRole('dialog')
  const row = (name: string) => page.getByRole('listitem').filter({ hasText: name })
  const address = () => {
    const at = paper.address()
    return at !== null && typeof at === 'object' ? `http://127.0.0.1:${at.port}/rss` : ''
  }
  const choose = async (label: string, option: string) => {
    await sheet()
      .getByRole('button', { name: new RegExp(`${label}$`) })
      .click()
    await page.getByRole('option', { name: option, exact: true }).click()
  }

  test('a feed is tried, shown as it would be kept, and added', async () => {
    await page.getByRole('button', { name: 'Bron toevoegen' }).click()
    await sheet().getByLabel('Naam').fill('De Lindehavense Krant')
    await sheet().getByLabel('Adres van de feed').fill(address())
    await sheet().getByRole('button', { name: 'Proef ophalen' }).click()
    const sample = sheet().getByRole('region', { name: 'Proef' })
    await sample.waitFor()
    expect(await sample.innerText()).toMatch(/Eén bericht gevonden.*Brug dicht/s)
    expect(await sample.innerText()).not.toContain('12345678')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await axeFindings(page)).toEqual([])
    }
    await sheet().getByRole('button', { name: 'Bewaren en aanzetten' }).click()
    await sheet().waitFor({ state: 'detached' })
    await row('De Lindehavense Krant').waitFor()
    const added = async () =>
      (await ask<Collection<Source>>(admin, room.server(), '/sources')).items.find(({ name }) => name === 'De Lindehavense Krant')
    await expect.poll(async () => (await added())?.state, { timeout: 20_000 }).toBe('good')
    await page.reload()
    expect(await row('De Lindehavense Krant').innerText()).toMatch(/Goed[\s\S]*nieuwsfeed[\s\S]*1\s/)
  })

  test('a pause is one choice away, says so, and so is switching on again', async () => {
    const act = async (name: string) => {
      await row('De Lindehavense Krant').getByRole('button', { name: 'Acties voor De Lindehavense Krant' }).click()
      await page.getByRole('menuitem', { name }).click()
    }
    await act('Op pauze zetten')
    await row('De Lindehavense Krant').getByText('Pauze', { exact: true }).waitFor()
    await act('Weer aanzetten')
    await row('De Lindehavense Krant').getByText('Goed', { exact: true }).waitFor()
  })

  test('what residents say as private persons is not switched on without a purpose, and the form says where it is missing', async () => {
    await page.getByRole('button', { name: 'Bron toevoegen' }).click()
    await choose('Soort bron', 'Eigen koppeling')
    await sheet().getByLabel('Naam').fill('Praatjes')
    await choose('Kanaal', 'Facebook')
    await sheet().getByText('nodig voordat deze bron aan mag').waitFor()
    await sheet().getByRole('button', { name: 'Bewaren en aanzetten' }).click()
    await sheet().getByRole('alert').waitFor()
    expect(await sheet().getByLabel('Grondslag').getAttribute('aria-invalid')).toBe('true')
    await sheet().getByRole('button', { name: 'Bewaren, nog niet aanzetten' }).click()
    await sheet().getByText('maar één keer').waitFor()
    expect(await sheet().getByLabel('Sleutel').inputValue()).toMatch(/^rumoer_/)
    await sheet().getByRole('button', { name: 'Ik heb de sleutel bewaard' }).click()
    await row('Praatjes').getByText('Pauze', { exact: true }).waitFor()
  })

  test('who only reads sees how sources are doing and nothing to change', async () => {
    const sanne = await open(await room.signInAs(ADVISER), room.server(), '/bronnen')
    await sanne.getByRole('listitem').first().waitFor()
    expect(await sanne.getByRole('button', { name: /Bron toevoegen|Acties voor/ }).count()).toBe(0)
    await sanne.close()
  })

  test('the form fits a telephone', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('button', { name: 'Bron toevoegen' }).click()
    await sheet().waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.keyboard.press('Escape')
  })
})
