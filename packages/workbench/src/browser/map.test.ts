import type { Area, AreaSeries, Collection, MapPoint } from '@rumoer/contracts'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { describeInBrowser } from './describe-in-browser.ts'
import { ADVISER, ask, type Newsroom, open, openDemo } from './newsroom.ts'
import { axeFindings } from './open-page.ts'

const PATIENT = { timeout: 10_000 }

describeInBrowser('the map', () => {
  let room: Newsroom
  let sanne: BrowserContext
  let page: Page
  let areas: Area[]
  beforeAll(async () => {
    room = await openDemo(inject('demoData'))
    sanne = await room.signInAs(ADVISER)
    areas = (await ask<Collection<Area>>(sanne, room.server(), '/areas?limit=500')).items
    page = await open(sanne, room.server(), '/kaart')
  })
  afterAll(() => room?.close())

  const rows = () => page.locator('main tbody tr')
  const totalOf = (series: AreaSeries, code: string) => {
    const found = series.areas.find((one) => one.code === code)!
    return [...found.negative, ...found.neutral, ...found.positive].reduce((sum, count) => sum + count, 0)
  }
  const choose = async (label: string, option: string) => {
    await page
      .getByRole('region', { name: 'Filters' })
      .getByRole('button', { name: new RegExp(label) })
      .click()
    await page.getByRole('option', { name: option, exact: true }).click()
  }

  test('every buurt is drawn and stands in the table beside it, the busiest in the title', async () => {
    const buurten = areas.filter(({ level }) => level === 'buurt')
    await expect.poll(() => rows().count(), PATIENT).toBe(buurten.length)
    expect(await page.locator('main svg[role=img] path').count()).toBeGreaterThanOrEqual(buurten.length)
    const first = await rows().first().locator('th').innerText()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(first)
  })

  test('over twelve weeks per wijk the table says what the server counts, and a count opens as many messages', async () => {
    await choose('Indeling', 'Wijk')
    await choose('Periode', 'Laatste 12 weken')
    const series = await ask<AreaSeries>(sanne, room.server(), '/area-series?span=weeks')
    const wijken = areas.filter(({ level }) => level === 'wijk')
    await expect.poll(() => rows().count(), PATIENT).toBe(wijken.length)
    const busiest = wijken.toSorted((a, b) => totalOf(series, b.code) - totalOf(series, a.code))[0]!
    const count = rows().filter({ hasText: busiest.name }).getByRole('link').nth(1)
    await expect.poll(async () => Number((await count.innerText()).replace(/\D/g, '')), PATIENT).toBe(totalOf(series, busiest.code))
    await count.click()
    await page.waitForURL(/\/berichten\?/)
    const heading = page.getByRole('heading', { level: 1, name: /\d berichten/ })
    await heading.waitFor()
    const shown = Number((await heading.innerText()).replace(/\D/g, ''))
    expect(Math.abs(shown - totalOf(series, busiest.code))).toBeLessThan(20)
    await page.goBack()
  })

  test('the slider goes through the weeks by keyboard, says which, and the address keeps it', async () => {
    const slider = page.getByRole('slider')
    await slider.focus()
    await page.keyboard.press('Home')
    await page.waitForURL(/stap=0/)
    const before = await slider.getAttribute('aria-valuetext')
    await page.keyboard.press('End')
    await page.waitForURL(/stap=11/)
    expect(await slider.getAttribute('aria-valuetext')).not.toBe(before)
    await page.reload()
    await expect.poll(() => slider.inputValue(), PATIENT).toBe('11')
    await page.getByRole('button', { name: 'Hele periode' }).click()
    await expect.poll(() => new URL(page.url()).searchParams.has('stap')).toBe(false)
  })

  test('looking closer shows the spots of one wijk, none finer than fifty metres, each with its issue', async () => {
    const wijk = areas.find(({ level, name }) => level === 'wijk' && name === 'Waterkant')!
    await rows().filter({ hasText: wijk.name }).getByRole('link').first().click()
    await page.waitForURL(new RegExp(`gebied=${wijk.code}`))
    const inside = areas.filter(({ level, parentCode }) => level === 'buurt' && parentCode === wijk.code)
    await expect.poll(() => rows().count(), PATIENT).toBe(inside.length)
    const spots = await ask<Collection<MapPoint>>(sanne, room.server(), `/map-points?area=${wijk.code}&span=weeks`)
    await expect.poll(() => page.locator('main figure svg circle').count(), PATIENT).toBe(spots.items.length)
    expect(await axeFindings(page)).toEqual([])
    await page
      .getByRole('region', { name: /plekken/ })
      .getByRole('link')
      .first()
      .click()
    await page.waitForURL(/\/issues\//)
    await page.goBack()
  })

  test('on paper the map and its whole table stand without buttons', async () => {
    await page.goto(`${room.server().url}/kaart`)
    await expect.poll(() => rows().count(), PATIENT).toBeGreaterThan(20)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: 'Afdrukken' }).isVisible()).toBe(false)
    expect(await page.getByRole('slider').isVisible()).toBe(false)
    expect(await page.locator('main svg[role=img]').first().isVisible()).toBe(true)
    const hidden = await page.locator('main table').evaluate((table) => {
      const box = table.parentElement!
      return box.scrollHeight - box.clientHeight
    })
    expect(hidden).toBeLessThanOrEqual(1)
    await page.emulateMedia({ media: 'screen' })
  })
})
