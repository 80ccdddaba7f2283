import { readFile } from 'node:fs/promises'
import type { ReputationReport } from '@rumoer/contracts'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { describeInBrowser } from './describe-in-browser.ts'
import { ask, type Newsroom, open, openDemo } from './newsroom.ts'

const MANAGER = 'marieke.postma@lindehaven.example'

describeInBrowser('the week report', () => {
  let room: Newsroom
  let marieke: BrowserContext
  let page: Page
  let report: ReputationReport
  beforeAll(async () => {
    room = await openDemo(inject('demoData'))
    marieke = await room.signInAs(MANAGER)
    const { items } = await ask<{ items: { id: string; kind: string }[] }>(marieke, room.server(), '/reports?limit=100')
    const lastFullWeek = items.filter(({ kind }) => kind === 'week')[1]?.id ?? ''
    report = await ask<ReputationReport>(marieke, room.server(), `/reports/${lastFullWeek}`)
    page = await open(marieke, room.server(), `/rapporten?periode=${lastFullWeek}`)
  })
  afterAll(() => room?.close())

  const countOf = (text: string) => Number(text.replace(/\D/g, ''))
  const answers = () => page.getByRole('region', { name: 'Drie antwoorden' })

  test('shows how much came in, and the same as the API says', async () => {
    expect(report.volume.now).toBeGreaterThan(100)
    expect(countOf(await answers().getByRole('link').first().innerText())).toBe(report.volume.now)
  })

  test.each([
    ['the volume', () => answers().getByRole('link').first()],
    ['a theme', () => page.locator('table').filter({ hasText: 'Onderwerp' }).locator('td a').first()],
    ['a wijk', () => page.locator('table').filter({ hasText: 'Wijk' }).locator('td a').first()],
    ['a channel', () => page.locator('table').filter({ hasText: 'Kanaal' }).locator('td a').first()],
  ])('the number of %s opens exactly that many messages', async (_name, link) => {
    const told = countOf(await link().innerText())
    await link().click()
    await page.waitForURL('**/berichten?*')
    const heading = page.getByRole('heading', { level: 1, name: /\d bericht/ })
    await heading.waitFor()
    expect(countOf(await heading.innerText())).toBe(told)
    await page.goBack()
    await answers().waitFor()
  })

  test('the chart has a table that says the same, day by day', async () => {
    await page.getByRole('button', { name: 'Toon als tabel' }).first().click()
    const rows = page.getByRole('table').first().locator('tbody tr')
    expect(await rows.locator('td').first().innerText().then(countOf)).toBe(report.days[0]?.messages)
    expect(await rows.count()).toBe(7)
  })

  test('the figures can be taken along as CSV', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^CSV van: Drukste dag/ }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^dagen-.*\.csv$/)
    const lines = (await readFile(await download.path(), 'utf8')).trim().split(/\r?\n/)
    expect(lines).toHaveLength(8)
    expect(lines[1]).toContain(report.days[0]?.on)
    expect(lines[1]).toContain(String(report.days[0]?.messages))
  })

  test('on paper there is no menu, no button and no head of the desk, and the figures are', async () => {
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation').isVisible()).toBe(false)
    expect(await page.getByRole('button', { name: 'Afdrukken' }).isVisible()).toBe(false)
    expect(await page.locator('header').first().isVisible()).toBe(false)
    expect(await answers().isVisible()).toBe(true)
    expect(await page.locator('main').innerText()).toContain('Hoe dit rapport is gemaakt')
    await page.emulateMedia({ media: null })
  })
})
