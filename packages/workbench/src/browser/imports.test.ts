import { readFile } from 'node:fs/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { describeInBrowser } from './describe-in-browser.ts'
import { copyData } from './load-demo.ts'
import { ADMINISTRATOR, ADVISER, type Newsroom, open, openNewsroom } from './newsroom.ts'
import { axeFindings } from './open-page.ts'

const HEADER = 'Meldingsnummer;Datum melding;Kanaal;Omschrijving;Breedtegraad;Lengtegraad;Categorie'
const rows = [
  'M1;24-11-2026 09:15;Telefoon;"Café op de Havenkade speelt harde muziek; bel Jan op 06-12345678";52,605;5,305;Overlast',
  'M2;gisteren;Balie;De glasbak zit vol;52,606;5,306;Afval',
  ...Array.from(
    { length: 12 },
    (_, at) => `M${at + 3};23-11-2026 1${at % 10}:00;Webformulier;Stoeptegel ligt los bij nummer ${at + 3};52,604;5,304;Wegen`,
  ),
]
/** As Excel writes a CSV in Dutch. */
const BYTES = Buffer.from(`${[HEADER, ...rows].join('\r\n')}\r\n`, 'latin1')

describeInBrowser('reading in a file', () => {
  let room: Newsroom
  let admin: BrowserContext
  let page: Page
  beforeAll(async () => {
    const loaded = inject('demoData')
    room = await openNewsroom({ DEMO: 'on' }, loaded === null ? undefined : await copyData(loaded))
    admin = await room.signInAs(ADMINISTRATOR)
    page = await open(admin, room.server(), '/bronnen')
  })
  afterAll(() => room?.close())

  async function looksRight(): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await axeFindings(page)).toEqual([])
    }
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.setViewportSize({ width: 1280, height: 800 })
  }
  const send = async () => {
    await page.locator('input[type=file]').setInputFiles({ name: 'meldingen.csv', mimeType: 'text/csv', buffer: BYTES })
    await page.getByRole('button', { name: 'Bestand bekijken' }).click()
    await page.getByRole('heading', { name: 'Wat betekenen de kolommen?' }).waitFor()
  }

  test('a source for files is added without a key', async () => {
    await page.getByRole('button', { name: 'Bron toevoegen' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('button', { name: /Soort bron$/ }).click()
    await page.getByRole('option', { name: 'Bestand', exact: true }).click()
    await sheet.getByLabel('Naam').fill('KCC-lijsten')
    await sheet.getByRole('button', { name: 'Bewaren en aanzetten' }).click()
    await sheet.waitFor({ state: 'detached' })
    await page.getByRole('listitem').filter({ hasText: 'KCC-lijsten' }).waitFor()
  })

  test('a file is shown as it would be kept, with what does not fit and why, and nothing is read in yet', async () => {
    await page.getByRole('link', { name: 'Bestand inlezen' }).click()
    await page.getByRole('heading', { name: 'Bestand inlezen' }).waitFor()
    await looksRight()
    await send()
    const table = page.getByRole('region', { name: 'Zo bewaren we de eerste rijen' }).getByRole('table')
    expect(await table.getByRole('row').count()).toBe(11)
    const words = await page.locator('main').innerText()
    expect(words).toContain('14 rijen bekeken: één past niet.')
    expect(words).toContain('Café op de Havenkade')
    expect(words).not.toContain('12345678')
    expect(words).toMatch(/Datum melding: “gisteren”\. Verwacht: een datum, zoals 24-11-2026 14:10/)
    await looksRight()
  })

  test('another column is chosen and the rows follow', async () => {
    await page.getByRole('button', { name: /Tekst$/ }).click()
    await page.getByRole('option', { name: 'Meldingsnummer', exact: true }).click()
    await page.getByRole('cell', { name: 'M1', exact: true }).first().waitFor()
    await page.getByRole('button', { name: /Tekst$/ }).click()
    await page.getByRole('option', { name: 'Omschrijving', exact: true }).click()
    await page.getByRole('cell', { name: /Café/ }).first().waitFor()
  })

  test('it is read in, says what came of it, and gives back the row that stayed behind', async () => {
    await page.getByRole('button', { name: 'Inlezen', exact: true }).click()
    await page.getByText('Het bestand is ingelezen.').waitFor({ timeout: 30_000 })
    expect(await page.locator('main dl').innerText()).toMatch(/nieuw\s+13[\s\S]*niet ingelezen\s+1/)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Niet ingelezen rijen downloaden (CSV)' }).click(),
    ])
    expect(await readFile(await download.path(), 'utf8')).toMatch(/regel;wat klopt niet;Meldingsnummer[\s\S]*\r\n3;[^\r]*M2;gisteren;Balie/)
    await looksRight()
  })

  test('the next file of this source is filled in as before, and the same rows come once', async () => {
    await page.getByRole('link', { name: 'Nog een bestand' }).click()
    await page.getByRole('region', { name: 'Eerdere bestanden' }).getByRole('row').nth(1).waitFor()
    await looksRight()
    await send()
    await page.getByText('Ingevuld zoals de vorige keer bij deze bron.').waitFor()
    await page.getByRole('button', { name: 'Inlezen', exact: true }).click()
    await page.getByText('Het bestand is ingelezen.').waitFor({ timeout: 30_000 })
    expect(await page.locator('main dl').innerText()).toMatch(/nieuw\s+0[\s\S]*al bekend\s+13/)
  })

  test('who only reads is not offered to read in a file', async () => {
    const sanne = await open(await room.signInAs(ADVISER), room.server(), '/bronnen')
    await sanne.getByRole('listitem').first().waitFor()
    expect(await sanne.getByRole('link', { name: 'Bestand inlezen' }).count()).toBe(0)
    await sanne.close()
  })
})
