import type { Collection, StructuralProblem, WatchedSignal } from '@rumoer/contracts'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { describeInBrowser } from './describe-in-browser.ts'
import { ADVISER, ask, type Newsroom, open, openDemo } from './newsroom.ts'
import { axeFindings } from './open-page.ts'

const KINDS = ['outbreak', 'cluster', 'silence']

describeInBrowser('what stands out in areas', () => {
  let room: Newsroom
  let sanne: BrowserContext
  let page: Page
  beforeAll(async () => {
    room = await openDemo(inject('demoData'))
    sanne = await room.signInAs(ADVISER)
    page = await open(sanne, room.server(), '/')
  })
  afterAll(() => room?.close())

  test('the live desk leads to it', async () => {
    await page.getByRole('link', { name: /^Opvallend in gebieden/ }).click()
    await page.getByRole('heading', { name: 'Opvallend in gebieden', level: 1 }).waitFor()
    await page.getByText('Komt steeds terug', { exact: true }).waitFor()
    await page.locator('main [aria-busy=true]').first().waitFor({ state: 'detached' })
  })

  test('each open finding and each problem that returns stands there as its sentence', async () => {
    const { items } = await ask<Collection<WatchedSignal>>(sanne, room.server(), '/signals?open=true&limit=500')
    const problems = await ask<Collection<StructuralProblem>>(sanne, room.server(), '/structural-problems')
    const open = items.filter(({ kind }) => KINDS.includes(kind))
    expect(open.length + problems.items.length).toBeGreaterThan(0)
    const said = await page.locator('main').innerText()
    for (const { sentence } of [...open, ...problems.items]) expect(said).toContain(sentence)
    expect(await axeFindings(page)).toEqual([])
  })

  test('a finding leads to the messages behind it', async () => {
    await page
      .getByRole('link', { name: /^Berichten bij: / })
      .first()
      .click()
    await page.waitForURL(/\/berichten\?/)
    await page.locator('main [aria-busy=true]').first().waitFor({ state: 'detached' })
    expect(await page.locator('main article, main li').count()).toBeGreaterThan(0)
  })
})
