import type { Collection, Issue, Timeline } from '@rumoer/contracts'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { describeInBrowser } from './describe-in-browser.ts'
import { ADVISER, ask, type Newsroom, open, openDemo } from './newsroom.ts'
import { axeFindings } from './open-page.ts'

describeInBrowser('messages that were grouped wrongly', () => {
  let room: Newsroom
  let sanne: BrowserContext
  let from: Issue
  let other: Issue
  beforeAll(async () => {
    room = await openDemo(inject('demoData'))
    sanne = await room.signInAs(ADVISER)
    await (await open(sanne, room.server(), '/')).close()
    const { items } = await ask<Collection<Issue>>(sanne, room.server(), '/issues?limit=200')
    const small = items.filter(({ messages, status }) => messages >= 5 && messages <= 12 && status === 'open')
    ;[from, other] = [small[0]!, small[1]!]
  })
  afterAll(() => room?.close())

  const counted = async (id: string) => (await ask<Issue>(sanne, room.server(), `/issues/${id}`)).messages
  const entries = async (id: string) => (await ask<Timeline>(sanne, room.server(), `/issues/${id}/timeline`)).entries
  async function choose(page: Page, count: number): Promise<void> {
    await page.getByRole('button', { name: 'Berichten die hier niet horen' }).click()
    const boxes = page.getByRole('checkbox', { name: /^Kies het bericht van/ })
    for (let at = 0; at < count; at++) {
      await boxes.nth(at).focus()
      await page.keyboard.press('Space')
    }
    await page.getByText(count === 1 ? '1 bericht gekozen.' : `${count} berichten gekozen.`).waitFor()
  }

  test('messages become an issue of their own with the keyboard, and that is undone from its history', async () => {
    const before = await counted(from.id)
    const page = await open(sanne, room.server(), `/issues/${from.id}`)
    await choose(page, 2)
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Maak een eigen issue' }).click()
    await page.waitForURL((url) => !url.pathname.endsWith(from.id))
    const fresh = new URL(page.url()).pathname.split('/').at(-1)!
    expect([await counted(fresh), await counted(from.id)]).toEqual([2, before - 2])
    await page.getByRole('tab', { name: 'Geschiedenis' }).click()
    await page.getByRole('button', { name: /^Ongedaan maken: Afgesplitst met 2 berichten/ }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: /^Ongedaan maken: Afgesplitst/ }).click()
    await expect.poll(() => counted(from.id)).toBe(before)
    await page.close()
  })

  test('messages move to another issue by its link, and back from the history', async () => {
    const [before, there] = [await counted(from.id), await counted(other.id)]
    const page = await open(sanne, room.server(), `/issues/${from.id}`)
    await choose(page, 1)
    await page.getByRole('button', { name: 'Naar een ander issue' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Link van het andere issue').fill('geen link')
    await dialog.getByRole('button', { name: 'Verplaatsen' }).click()
    await dialog.getByText('Dit is geen link van een issue dat we kennen.').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await dialog.getByLabel('Link van het andere issue').fill(`${room.server().url}/issues/${other.id}`)
    await dialog.getByRole('button', { name: 'Verplaatsen' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect([await counted(from.id), await counted(other.id)]).toEqual([before - 1, there + 1])
    await page.getByRole('tab', { name: 'Geschiedenis' }).click()
    await page.getByRole('button', { name: /^Ongedaan maken: 1 bericht verplaatst naar/ }).click()
    await expect.poll(() => counted(from.id)).toBe(before)
    expect(await counted(other.id)).toBe(there)
    await page.close()
  })

  test('two issues are merged by a pasted link, and a colleague undoes it from the history, which tells all of it', async () => {
    const [before, there] = [await counted(from.id), await counted(other.id)]
    const page = await open(sanne, room.server(), `/issues/${from.id}`)
    await page.getByRole('button', { name: 'Meer', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Samenvoegen' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Link van het andere issue').fill(`${room.server().url}/issues/${other.id}`)
    await dialog.getByRole('button', { name: 'Samenvoegen' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await counted(from.id)).toBe(before + there)
    await page.getByRole('tab', { name: 'Geschiedenis' }).click()
    // What a split brought back was merged too: the newest comes first.
    await page
      .getByRole('button', { name: /^Ongedaan maken: .*hierin samengevoegd/ })
      .first()
      .click()
    await expect.poll(() => counted(from.id)).toBe(before)
    expect(await counted(other.id)).toBe(there)
    const texts = (await entries(from.id)).map(({ text }) => text).join(' | ')
    expect(texts).toMatch(/hierin samengevoegd.*Samenvoegen ongedaan gemaakt/)
    await page.close()
  })
})
