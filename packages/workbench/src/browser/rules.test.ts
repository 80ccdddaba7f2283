import type { Collection, Issue } from '@rumoer/contracts'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { describeInBrowser } from './describe-in-browser.ts'
import { ADMINISTRATOR, ADVISER, ask, type Newsroom, open, openDemo } from './newsroom.ts'
import { axeFindings } from './open-page.ts'

const NAME = 'Vier stemmen in zes uur'

describeInBrowser('the rules of alerting', () => {
  let room: Newsroom
  let admin: BrowserContext
  let page: Page
  beforeAll(async () => {
    room = await openDemo(inject('demoData'))
    admin = await room.signInAs(ADMINISTRATOR)
    page = await open(admin, room.server(), '/regels')
  })
  afterAll(() => room?.close())

  const card = (name: string): Locator => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) })
  const dialog = () => page.getByRole('dialog')

  test('a rule reads as sentences, and each condition says what it looks at', async () => {
    const said = await card('Loopt snel op').innerText()
    expect(said).toMatch(/ten minste 10 onafhankelijke stemmen\s+kijkt naar het issue/)
    expect(said).toMatch(/Eén hiervan:\s+ten minste 5 keer normaal\s+kijkt naar het gebied/)
    expect(said).toMatch(/ten minste 30% van de berichten heeft spoed\s+kijkt naar berichten/)
  })

  test('a new rule with nested conditions is not in force, and cannot be before it was tested on the past', async () => {
    await page.getByRole('button', { name: 'Nieuwe regel' }).click()
    await dialog().getByLabel('Naam').fill(NAME)
    await dialog().getByRole('button', { name: 'Groep', exact: true }).click()
    await dialog().getByLabel('Waarde', { exact: true }).fill('4')
    expect(await axeFindings(page)).toEqual([])
    await dialog().getByRole('button', { name: 'Bewaren' }).click()
    await dialog().waitFor({ state: 'detached' })
    await card(NAME).waitFor()
    expect(await card(NAME).innerText()).toContain('Geldt nog niet')
    expect(
      await card(NAME)
        .getByRole('button', { name: `Zet aan: ${NAME}` })
        .count(),
    ).toBe(0)
  })

  test('the test tells what the rule would have said, with a table under the bars, and then the rule may be switched on', async () => {
    await card(NAME)
      .getByRole('button', { name: `Toets op het verleden: ${NAME}` })
      .click()
    await dialog()
      .getByText(/per week/)
      .first()
      .waitFor({ timeout: 60_000 })
    expect(await dialog().innerText()).toMatch(/in vier weken, dat is [\d,]+ per week/)
    expect(await axeFindings(page)).toEqual([])
    await dialog().getByRole('button', { name: 'Zet aan' }).click()
    await dialog().waitFor({ state: 'detached' })
    await card(NAME).getByText('Geldt', { exact: true }).waitFor()
    await card(NAME)
      .getByRole('button', { name: `Zet uit: ${NAME}` })
      .waitFor()
  })

  test('"waarom niet" on an issue lists every rule in force with what was measured', async () => {
    const sanne = await room.signInAs(ADVISER)
    const { items } = await ask<Collection<Issue>>(sanne, room.server(), '/issues?sort=heat&limit=1')
    const issue = await open(sanne, room.server(), `/issues/${items[0]!.id}`)
    await issue.getByRole('tab', { name: 'Waarom niet?' }).click()
    const answer = issue.getByRole('tabpanel').getByRole('region', { name: NAME }).first()
    await answer.waitFor()
    expect(await answer.innerText()).toMatch(/onafhankelijke stemmen\s+kijkt naar het issue\s+(niet )?gehaald\s+\d+\s+≥ \d+/)
    expect(await axeFindings(issue)).toEqual([])
  })

  test('who may not change rules reads them, and may test one', async () => {
    const sanne = await room.signInAs(ADVISER)
    const seen = await open(sanne, room.server(), '/regels')
    await seen.getByRole('heading', { name: 'Meer dan normaal' }).waitFor()
    expect(await seen.getByRole('button', { name: 'Nieuwe regel' }).count()).toBe(0)
    expect(await seen.getByRole('button', { name: /^Wijzigen/ }).count()).toBe(0)
    expect(await seen.getByRole('button', { name: /^Toets op het verleden/ }).count()).toBeGreaterThan(0)
  })
})
