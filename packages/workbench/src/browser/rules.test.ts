import type { Collection, Issue, Rule } from '@rumoer/contracts'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { describeInBrowser } from './describe-in-browser.ts'
import { ADMINISTRATOR, ADVISER, ask, type Newsroom, open, openDemo } from './newsroom.ts'
import { axeFindings } from './open-page.ts'

const NAME = 'Vier stemmen in zes uur'
const KEYED = 'Met toetsen geschreven'

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

  test('a rule is written with the keyboard alone: conditions inside conditions, each saying what it looks at', async () => {
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
    }
    const focused = () => page.evaluate(() => document.activeElement?.closest('[class*=criterion]')?.textContent ?? '')
    await page.reload()
    await page.getByRole('button', { name: 'Nieuwe regel' }).focus()
    await press('Enter')
    await dialog().getByLabel('Naam').waitFor()
    await dialog().getByLabel('Naam').focus()
    await page.keyboard.type(KEYED)
    await dialog().getByRole('button', { name: 'Groep', exact: true }).focus()
    await press('Enter')
    const inner = dialog().getByRole('group', { name: 'Eén hiervan:' })
    await inner.waitFor()
    await press('Tab', 'Tab')
    await expect.poll(focused).toContain('kijkt naar het issue')
    await press('Enter')
    await page.getByRole('option', { name: 'Deel negatief' }).waitFor()
    await page.keyboard.type('Deel neg')
    await press('Enter')
    await expect.poll(focused).toContain('kijkt naar berichten')
    await inner.getByRole('button', { name: 'Voorwaarde', exact: true }).focus()
    await press('Enter')
    await expect.poll(() => inner.getByRole('button', { name: 'Voorwaarde weghalen' }).count()).toBe(2)
    await inner.getByRole('button', { name: 'Voorwaarde weghalen' }).last().focus()
    await press('Enter')
    await expect.poll(() => inner.getByRole('button', { name: 'Voorwaarde weghalen' }).count()).toBe(1)
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Voorwaarde')
    expect(await dialog().innerText()).toMatch(/kijkt naar het gebied[\s\S]*kijkt naar berichten/)
  })

  test('who hears it and when: a shift per person, another system, filters of several values, grouping and when a level goes down', async () => {
    await dialog().getByLabel('Collega toevoegen').fill('Sanne')
    await page.getByRole('option', { name: /Sanne/ }).click()
    await dialog()
      .getByRole('button', { name: /^Dienst toevoegen voor Sanne/ })
      .click()
    const shift = dialog().getByRole('group', { name: /^Dienst 1 van Sanne/ })
    await shift.getByRole('button', { name: 'za' }).click()
    await shift.getByLabel('Dienst vanaf').fill('07:00')
    await dialog().getByRole('button', { name: 'Nieuwe webhook' }).click()
    await dialog().getByLabel('Naam van het systeem').fill('Regiekamer')
    await dialog().getByLabel('Adres (https)').fill('https://regiekamer.example/haak')
    await dialog().getByRole('button', { name: 'Webhook toevoegen' }).click()
    expect(await dialog().getByLabel('Geheim van Regiekamer').inputValue()).toMatch(/^whsec_/)
    await dialog()
      .getByRole('button', { name: /Kanaal/ })
      .click()
    await page.getByRole('option', { name: 'Facebook' }).click()
    await page.getByRole('option', { name: 'Telefoon' }).click()
    await page.keyboard.press('Escape')
    await dialog()
      .getByRole('button', { name: /Samen versturen per/ })
      .click()
    await page.getByRole('option', { name: 'gebied' }).click()
    await dialog().getByLabel('Binnen (minuten)').fill('60')
    await dialog().getByLabel('Blijft op niveau vanaf (%)').fill('70')
    await dialog().getByLabel('Zakt na (minuten)').fill('45')
    expect(await axeFindings(page)).toEqual([])
    await dialog().getByRole('button', { name: 'Bewaren' }).click()
    await dialog().waitFor({ state: 'detached' })
    const { items } = await ask<Collection<Rule>>(admin, room.server(), '/rules?limit=100')
    const rule = items.find(({ name }) => name === KEYED)!
    expect(rule).toMatchObject({
      live: null,
      when: { all: [{ measure: 'signal' }, { any: [{ measure: 'negativeShare', scope: 'message' }] }] },
      grouping: { by: 'area', minutes: 60 },
      hysteresis: { release: 0.7, lowerAfterMinutes: 45 },
    })
    expect([...rule.filter.channels].sort()).toEqual(['facebook', 'telephone'])
    expect(rule.receivers).toMatchObject([
      { channel: 'mail', onCall: [{ days: [1, 2, 3, 4, 5, 6], from: '07:00', to: '17:00' }] },
      { channel: 'webhook' },
    ])
    expect(await card(KEYED).innerText()).toContain('Eén collega hoort het alleen in de eigen dienst.')
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
