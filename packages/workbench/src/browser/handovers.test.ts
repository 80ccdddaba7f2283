import type { Collection, Handover, HandoverKind, MessageOut } from '@rumoer/contracts'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { describeInBrowser } from './describe-in-browser.ts'
import { ADVISER, ask, type Newsroom, open, openDemo } from './newsroom.ts'
import { axeFindings, openContext } from './open-page.ts'

const MAIL = 'team.water@lindehaven.example'
const THREE: readonly HandoverKind[] = ['melding', 'symptom', 'engagement']

describeInBrowser('hand-overs', () => {
  let room: Newsroom
  let sanne: BrowserContext
  let page: Page
  let message: MessageOut
  let link = ''
  beforeAll(async () => {
    room = await openDemo(inject('demoData'))
    sanne = await room.signInAs(ADVISER)
    const { items } = await ask<Collection<MessageOut>>(sanne, room.server(), '/messages?limit=1&kind=post&sort=-receivedAt')
    message = items[0]!
    page = await open(sanne, room.server(), `/berichten?issue=${message.issue}`)
  })
  afterAll(() => room?.close())

  const dialog = () => page.getByRole('dialog')
  const axeInBoth = async (seen: Page) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await seen.emulateMedia({ colorScheme })
      expect(await axeFindings(seen)).toEqual([])
    }
  }
  const made = async () => (await ask<Collection<Handover>>(sanne, room.server(), '/handovers')).items

  test('what a message is comes filled in, three at once, and the receiver outside gets a link', async () => {
    await page.getByRole('button', { name: 'Draag over' }).first().click()
    await dialog().waitFor()
    const kinds = dialog()
      .getByRole('toolbar', { name: 'Wat' })
      .or(dialog().getByRole('group', { name: 'Wat' }))
    for (const name of ['Melding', 'Symptoom', 'Aanbod van inwoners']) {
      const choice = kinds.getByRole('button', { name, exact: true })
      if ((await choice.getAttribute('aria-pressed')) !== 'true') await choice.click()
    }
    expect(await dialog().getByRole('group', { name: 'Aanbod van inwoners' }).innerText()).toContain('Eerste reactie voor')
    await dialog().getByRole('group', { name: 'Aanbod van inwoners' }).getByLabel('E-mail voor de link').fill(MAIL)
    await axeInBoth(page)
    await dialog().getByRole('button', { name: 'Draag alle 3 over' }).click()
    await dialog().getByText('3 keer overgedragen.').waitFor()
    expect((await made()).map(({ kind }) => kind).toSorted()).toEqual([...THREE].toSorted())
    link = await dialog()
      .getByLabel(/^Link voor (Wijkmanager|Participatie)/)
      .inputValue()
    expect(link).toContain('/overdracht#')
    await axeInBoth(page)
    await dialog().getByRole('button', { name: 'Sluiten' }).last().click()
  })

  test('the receiver reads it without an account, answers, and the newsroom sees the answer', async () => {
    const stranger = await openContext(room.browser)
    const seen = await stranger.newPage()
    await seen.goto(link)
    await seen.getByLabel('Uw antwoord').waitFor()
    await axeInBoth(seen)
    await seen.getByRole('button', { name: 'Niet voor ons' }).click()
    await seen.getByText('Schrijf waarom u het teruggeeft.').waitFor()
    await seen.getByLabel('Uw antwoord').fill('Wij bellen deze bewoner morgen.')
    await seen.getByRole('button', { name: 'Wij pakken dit op' }).click()
    await seen.getByText('Dank u. De redactie ziet uw antwoord.').first().waitFor()
    await seen.setViewportSize({ width: 390, height: 844 })
    expect(await seen.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await stranger.close()
    await page.goto(`${room.server().url}/overdrachten`)
    await page.getByText('Wij bellen deze bewoner morgen.').waitFor()
    await axeInBoth(page)
  })

  test('a promise that is overdue stands first, with a word and a shape, also on its issue, until it was kept', async () => {
    const issue = await open(sanne, room.server(), `/issues/${message.issue}`)
    await issue.getByRole('button', { name: 'Meer', exact: true }).first().click()
    await issue.getByRole('menuitem', { name: 'Beloof terug te bellen' }).click()
    await issue.getByRole('dialog').getByLabel('Tijd').fill('00:01')
    const day = issue.getByRole('dialog').getByRole('spinbutton', { name: /jaar/ })
    await day.click()
    await issue.keyboard.type('2025')
    await issue.getByRole('dialog').getByRole('button', { name: 'Draag over' }).click()
    await issue.getByText('Overgedragen.', { exact: true }).first().waitFor()
    await issue.getByRole('dialog').getByRole('button', { name: 'Sluiten' }).last().click()
    const row = issue.getByRole('listitem').filter({ hasText: 'Terugbelbelofte' })
    expect(await row.innerText()).toMatch(/Te laat: /)
    expect(await row.locator('svg path').count()).toBeGreaterThan(0)
    await axeInBoth(issue)
    await page.reload()
    await page.locator('[data-handover]').first().waitFor()
    expect(await page.locator('[data-handover]').first().innerText()).toMatch(/Terugbelbelofte → Sanne Vermeer[\s\S]*Te laat/)
    await page
      .locator('[data-handover]')
      .first()
      .getByRole('button', { name: /^Acties/ })
      .click()
    await page.getByRole('menuitem', { name: 'Is teruggebeld' }).click()
    await expect.poll(async () => (await made()).find(({ kind }) => kind === 'callback')?.status).toBe('done')
  })

  test('a link that was replaced says so and shows nothing', async () => {
    const offer = (await made()).find(({ kind }) => kind === 'engagement')!
    await page
      .locator(`[data-handover="${offer.id}"]`)
      .getByRole('button', { name: /^Acties/ })
      .click()
    await page.getByRole('menuitem', { name: 'Maak een nieuwe link' }).click()
    await page.getByLabel(/^Link voor/).waitFor()
    const stranger = await openContext(room.browser)
    const seen = await stranger.newPage()
    await seen.goto(link)
    await seen.getByRole('heading', { name: 'Deze link werkt niet meer' }).waitFor()
    await axeInBoth(seen)
    await stranger.close()
  })
})
