import type { BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { describeInBrowser } from './describe-in-browser.ts'
import { type Newsroom, open, openDemo } from './newsroom.ts'

const EDITOR = 'youssef.elidrissi@lindehaven.example'
const MOST_PRESSES = 20
const TITLE = 'Wat u kunt doen bij bruin water'

describeInBrowser('the planning', () => {
  let room: Newsroom
  let youssef: BrowserContext
  let page: Page
  beforeAll(async () => {
    room = await openDemo(inject('demoData'))
    youssef = await room.signInAs(EDITOR)
    page = await open(youssef, room.server(), '/')
  })
  afterAll(() => room?.close())

  const column = (name: string) => page.getByRole('grid', { name: new RegExp(`^${name}`) })
  const card = (name: string) => column(name).getByRole('row', { name: TITLE })
  const saidToScreenReader = (sentence: string) => page.getByRole('status').filter({ hasText: sentence }).waitFor({ state: 'attached' })
  const readBoard = async () => {
    await page.goto(`${room.server().url}/planning`)
    await page.getByRole('grid').first().waitFor()
  }

  test('an issue becomes a content item with the key p, with the issue linked', async () => {
    await page.locator('main a[data-issue]').first().click()
    await page.locator('#issue-title').waitFor()
    const issue = (await page.locator('#issue-title').innerText()).trim()
    await page.keyboard.press('p')
    const sheet = page.getByRole('dialog')
    await sheet.waitFor()
    await sheet.getByRole('link', { name: issue }).waitFor()
    await sheet.getByLabel('Titel').fill(TITLE)
    await sheet.getByRole('button', { name: 'Website', pressed: false }).click()
    await sheet.getByRole('button', { name: 'Bewaren' }).click()
    await sheet.waitFor({ state: 'detached' })
    await card('Idee').waitFor()
    expect(await card('Idee').innerText()).toContain(issue)
  })

  test('the menu on the card moves it, says so, and it stays after a reload', async () => {
    await card('Idee')
      .getByRole('button', { name: `Acties voor ${TITLE}` })
      .click()
    await page.getByRole('menuitem', { name: 'Verplaats naar Concept' }).click()
    await card('Concept').waitFor()
    await saidToScreenReader(`${TITLE} staat nu bij Concept.`)
    await readBoard()
    await card('Concept').waitFor()
    expect(await card('Idee').count()).toBe(0)
  })

  test('the keyboard alone drags it to another column, and it stays after a reload', async () => {
    await column('Concept').getByRole('row').first().focus()
    await pressUntil('ArrowDown', card('Concept'))
    await pressUntil('ArrowRight', card('Concept').getByRole('button', { name: `Sleep ${TITLE}` }))
    await page.keyboard.press('Enter')
    await pressUntil('Tab', page.getByRole('button', { name: /^Neerzetten op Goedgekeurd/ }))
    await page.keyboard.press('Enter')
    await saidToScreenReader(`${TITLE} staat nu bij Goedgekeurd.`)
    await readBoard()
    await card('Goedgekeurd').waitFor()
    expect(await card('Concept').count()).toBe(0)
  })

  test('a question that residents ask often becomes an item, and once that is published it is asked no more', async () => {
    await page.goto(`${room.server().url}/planning?weergave=vragen`)
    const list = page.getByRole('region', { name: 'Vragen' })
    await list.waitFor()
    const times = (await list.locator('li > span').allInnerTexts()).map((said) => Number.parseInt(said, 10))
    expect(times[0]).toBeGreaterThan(1)
    expect(times).toEqual(times.toSorted((a, b) => b - a))
    const inOneIssue = await list
      .locator('li')
      .evaluateAll((rows) => rows.findIndex((row) => row.querySelectorAll('a').length === 1 && !row.textContent?.includes('en nog')))
    const alone = list.getByRole('listitem').nth(inOneIssue)
    const question = (await alone.locator('q').innerText()).trim()
    await alone.getByRole('button', { name: 'Maak een antwoord' }).click()
    const sheet = page.getByRole('dialog')
    expect(await sheet.getByLabel('Titel').inputValue()).toBe(question.slice(0, 160))
    await sheet.getByRole('button', { name: 'Website', pressed: false }).click()
    await sheet.getByLabel('Status').click()
    await page.getByRole('option', { name: 'Geplaatst' }).click()
    await sheet.getByRole('button', { name: 'Bewaren' }).click()
    await sheet.waitFor({ state: 'detached' })
    await page.reload()
    await list.waitFor()
    expect(await list.locator('q').allInnerTexts()).not.toContain(question)
  })

  test('the list shows the same items as the board, each with the status of its column', async () => {
    await readBoard()
    const onBoard = await page.getByRole('grid').evaluateAll((grids) =>
      grids.flatMap((grid) => {
        const column = grid.closest(':has(> h2)')?.querySelector('h2')?.firstChild?.textContent?.trim()
        return [...grid.querySelectorAll('[role=row]')].map((row) => `${row.getAttribute('aria-label')}: ${column}`)
      }),
    )
    await page.getByRole('link', { name: 'Lijst' }).click()
    const rows = page.locator('tbody tr')
    await rows.first().waitFor()
    const inList = await rows.evaluateAll((all) =>
      all.map((row) => `${row.querySelector('th')?.textContent?.trim()}: ${row.querySelectorAll('td')[1]?.textContent}`),
    )
    expect(onBoard.length).toBeGreaterThan(1)
    expect(onBoard.some((item) => item.startsWith(TITLE))).toBe(true)
    expect(inList.sort()).toEqual(onBoard.sort())
  })

  /** Presses a key until the focus is on `wanted`, as somebody without a mouse does. */
  async function pressUntil(key: string, wanted: Locator): Promise<void> {
    await wanted.waitFor()
    for (let pressed = 0; pressed < MOST_PRESSES; pressed += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press(key)
    }
    throw new Error(`focus: not on ${wanted} after ${MOST_PRESSES} times ${key}`)
  }
})
