import { type Collection, DEFAULT_SCREEN, type Issue, type Screen } from '@rumoer/contracts'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { describeInBrowser } from './describe-in-browser.ts'
import { ADMINISTRATOR, ask, type Newsroom, open, openDemo } from './newsroom.ts'
import { axeFindings, openContext, SIZES } from './open-page.ts'

/** 55 inch at four metres. */
const SMALLEST_PX = 45
const SAFE_SHARE = 0.03
const IN_FORCE_MS = 10_000
const FIRST_GLANCE = 200
const MANY = 30

type Box = { text: string; px: number; left: number; top: number; right: number; bottom: number }

/** Every piece of text that can be seen on the wall, with its size and place. */
const textsOf = (page: Page): Promise<Box[]> =>
  page.evaluate(() => {
    const found: Box[] = []
    const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement
      const range = document.createRange()
      range.selectNodeContents(walker.currentNode)
      const { left, top, right, bottom, width, height } = range.getBoundingClientRect()
      const isSpoken = parent?.closest('.visually-hidden, svg title') !== null
      if (!parent || width * height < 4 || isSpoken) continue
      found.push({
        text: walker.currentNode.textContent ?? '',
        px: Number.parseFloat(getComputedStyle(parent).fontSize),
        left,
        top,
        right,
        bottom,
      })
    }
    return found
  })

describeInBrowser('the wall', () => {
  let room: Newsroom
  let admin: BrowserContext
  let wall: Page
  beforeAll(async () => {
    room = await openDemo(inject('demoData'))
    admin = await room.signInAs(ADMINISTRATOR, { size: 'wall' })
    wall = await open(admin, room.server(), '/wand')
    await wall.locator('main article').waitFor()
  })
  afterAll(() => room?.close())

  /** The wall as it is when the server has these issues, made from its hottest. */
  async function wallWith(change: (hottest: Issue) => Issue[], query = '', context = admin): Promise<Page> {
    const page = await context.newPage()
    await page.route('**/v1/issues?*', async (route) => {
      const response = await route.fetch()
      const list = (await response.json()) as Collection<Issue>
      await route.fulfill({ response, json: { ...list, items: change(list.items[0]!), next: null } })
    })
    await page.goto(`${room.server().url}/wand${query}`)
    await page.locator('main h2').first().waitFor()
    return page
  }
  const copies = (count: number, hottest: Issue): Issue[] =>
    Array.from({ length: count }, (_, at) => ({
      ...hottest,
      id: `${hottest.id.slice(0, -2)}${at + 10}`,
      title: `Stank van het water ${'langs de hele kade '.repeat(at % 4)}`,
      heat: 1_000 - at,
      level: at === 0 ? 'crisis' : 'attention',
    }))

  async function hang(settings = {}): Promise<{ id: string; token: string; csrf: string }> {
    const { csrfToken } = await ask<{ csrfToken: string }>(admin, room.server(), '/session')
    const headers = { 'x-csrf-token': csrfToken, origin: room.server().url }
    const data = { name: 'Hal', settings: { ...DEFAULT_SCREEN, ...settings } }
    const made = await admin.request.post(`${room.server().url}/v1/screens`, { headers, data })
    expect(made.status()).toBe(201)
    return { ...((await made.json()) as { id: string; token: string }), csrf: csrfToken }
  }
  async function openScreen(token: string): Promise<Page> {
    const context = await openContext(room.browser, { viewport: SIZES.wall })
    const page = await context.newPage()
    await page.goto(`${room.server().url}/wand#token=${token}`)
    await page.locator('main h2').first().waitFor()
    return page
  }

  test('no letter is smaller than four metres ask, the number and the titles are larger, and nothing touches the edge', async () => {
    const layouts = ['', '?schermen=2&scherm=1', '?schermen=2&scherm=2', '?schermen=3&scherm=2', '?schermen=3&scherm=3']
    for (const query of layouts) {
      const page = await open(admin, room.server(), `/wand${query}`)
      await page.locator('main article h2').waitFor()
      const texts = await textsOf(page)
      expect(texts.filter(({ px }) => px < SMALLEST_PX - 0.5)).toEqual([])
      const { width, height } = SIZES.wall
      const outside = texts.filter(
        ({ left, top, right, bottom }) =>
          left < width * SAFE_SHARE || right > width * (1 - SAFE_SHARE) || top < height * SAFE_SHARE || bottom > height * (1 - SAFE_SHARE),
      )
      expect([query, outside]).toEqual([query, []])
      const titles = await page
        .locator('article h2')
        .evaluateAll((found) => found.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)))
      expect(Math.min(...titles)).toBeGreaterThanOrEqual(SMALLEST_PX * 1.3)
      if (query === '') expect(Math.max(...texts.map(({ px }) => px))).toBeGreaterThanOrEqual(SMALLEST_PX * 2.2)
      await page.close()
    }
  })

  test('no text is cut off or lies over another zone, with one issue, two and thirty, in every layout', async () => {
    for (const count of [1, 2, MANY]) {
      for (const query of ['', '?schermen=2&scherm=1', '?schermen=2&scherm=2', '?schermen=3&scherm=2', '?schermen=3&scherm=3']) {
        const page = await wallWith((hottest) => copies(count, hottest), query)
        const cut = await page.evaluate(() =>
          [...document.querySelectorAll('main article, main article section, main ol, main ul')]
            .filter((zone) => zone.scrollHeight > zone.clientHeight + 10)
            .map((zone) => `${zone.tagName} ${zone.scrollHeight} > ${zone.clientHeight}: ${(zone as HTMLElement).innerText.slice(0, 60)}`),
        )
        expect([count, query, cut]).toEqual([count, query, []])
        await page.close()
      }
    }
  })

  test('the first words say what is worst, since when, and whether somebody is on it', async () => {
    const words = (await wall.locator('main').innerText()).replace(/\s+/g, ' ').slice(0, FIRST_GLANCE)
    expect(words).toMatch(/(Urgent|Crisis) sinds .*\d\d:\d\d/)
    expect(words).toMatch(/Nog niemand|Opgepakt/)
    expect(words).toContain((await wall.locator('main article h2').innerText()).replace(/\s+/g, ' '))
    expect(words).toMatch(/bijgewerkt \d+ s geleden/)
  })

  test('thirty issues are at most six cards, the first takes two fifths, and the rest is a number', async () => {
    const page = await wallWith((hottest) => copies(MANY, hottest))
    const cards = page.locator('main article, main ol > li')
    expect(await cards.count()).toBeLessThanOrEqual(6)
    const first = await page.locator('main article').boundingBox()
    expect(((first?.width ?? 0) * (first?.height ?? 0)) / (SIZES.wall.width * SIZES.wall.height)).toBeGreaterThanOrEqual(0.4)
    expect(await page.locator('main').innerText()).toContain(`en nog ${MANY - (await cards.count())}`)
    for (const title of await page.locator('main h2').allInnerTexts()) expect(title.length).toBeLessThanOrEqual(60)
    const card = (await page.locator('main ol > li').first().innerText()).replace(/\s+/g, ' ')
    expect(card).toMatch(/Let op( · ×[\d,>]+ normaal)? .*\d+ (stem|stemmen) · \d+ (s|min|uur|d) .*(Nog niemand|Opgepakt)$/)
    await page.close()
  })

  test('a quiet town is told with what was checked, and marks nothing on the map', async () => {
    const page = await wallWith(() => [])
    const words = await page.locator('main').innerText()
    expect(words).toMatch(/Rustig\s[\s\S]*[\d.]+ berichten bekeken, \d+ bronnen/)
    expect(await page.locator('main foreignObject').count()).toBe(0)
    await page.close()
  })

  test('a remote moves over the cards, opens one in the large place and goes back', async () => {
    const page = await wallWith((hottest) => copies(3, hottest))
    const title = () => page.locator('main article h2').innerText()
    const before = await title()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    const chosen = await page.evaluate(() => (document.activeElement as HTMLElement).innerText)
    await page.keyboard.press('Enter')
    await expect.poll(title).toContain(chosen.replace('…', ''))
    expect(await page.locator('main').innerText()).toContain('Terug: naar het belangrijkste')
    await page.keyboard.press('Escape')
    await expect.poll(title).toBe(before)
    await page.keyboard.press('ArrowLeft')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Geluid aan')
    await page.close()
  })

  test('the wall is silent until somebody turns the sound on, and says so', async () => {
    const context = await openContext(room.browser, { viewport: SIZES.wall, storageState: await admin.storageState() })
    await context.addInitScript(() => {
      const counted = window as unknown as { tones: number }
      counted.tones = 0
      const start = OscillatorNode.prototype.start
      OscillatorNode.prototype.start = function (...at) {
        counted.tones += 1
        return start.apply(this, at)
      }
    })
    const page = await open(context, room.server(), '/wand')
    const tones = () => page.evaluate(() => (window as unknown as { tones: number }).tones)
    await page.locator('main').getByText('Geluid uit').waitFor()
    await page.mouse.move(400, 400)
    await page.getByRole('button', { name: 'Geluid aan' }).click()
    expect(await tones()).toBe(0)
    await page.getByRole('slider', { name: 'Volume' }).fill('20')
    await page.getByRole('button', { name: 'Test geluid' }).click()
    expect(await tones()).toBe(2)
    await page.locator('main').getByText('Geluid aan').waitFor()
    await context.close()
  })

  test('nothing moves for who asked for stillness, and nothing blinks for anybody', async () => {
    const still = await wall.evaluate(() => ({
      running: document.getAnimations().length,
      moved: [...document.querySelectorAll('main, main *')].filter(
        (one) => !one.closest('svg') && getComputedStyle(one).transform !== 'none',
      ).length,
    }))
    expect(still).toEqual({ running: 0, moved: 0 })
    const context = await openContext(room.browser, {
      viewport: SIZES.wall,
      storageState: await admin.storageState(),
      reducedMotion: 'no-preference',
    })
    const page = await open(context, room.server(), '/wand')
    const endless = await page.evaluate(() =>
      document
        .getAnimations()
        .filter((one) => Number(one.effect?.getComputedTiming().endTime ?? 0) > 5_000)
        .map((one) => String(one.id)),
    )
    expect(endless).toEqual([])
    await context.close()
  })

  test('a screen wipes its token from the address, opens no page of the desk and obeys the desk within seconds', async () => {
    const { id, token, csrf } = await hang({ theme: 'light' })
    const page = await openScreen(token)
    expect(page.url()).toBe(`${room.server().url}/wand`)
    expect(
      await page.evaluate(() => `${JSON.stringify(window.history.state)}${document.cookie}${JSON.stringify(localStorage)}`),
    ).not.toContain(token)
    await page.reload()
    await page.locator('main h2').first().waitFor()
    const hottest = (await ask<Collection<Issue>>(admin, room.server(), '/issues?sort=heat&limit=1')).items[0]
    expect((await page.request.get(`${room.server().url}/v1/issues/${hottest?.id}`)).status()).toBe(403)
    const desk = await page.context().newPage()
    await desk.goto(`${room.server().url}/issues/${hottest?.id}`)
    await desk.waitForURL('**/wand')
    await desk.close()
    expect(await page.locator('[data-theme=dark]').count()).toBe(0)
    await page.evaluate(() => Object.assign(window, { kept: true }))
    const headers = { 'x-csrf-token': csrf, origin: room.server().url }
    const settings = { inch: 75, meter: 6, theme: 'dark', screens: 3, position: 3 }
    await admin.request.patch(`${room.server().url}/v1/screens/${id}`, { headers, data: { settings } })
    await page.locator('[data-theme=dark] [data-parts=doing]').waitFor({ timeout: IN_FORCE_MS })
    expect(await page.evaluate(() => (window as unknown as { kept?: boolean }).kept)).toBe(true)
    await admin.request.delete(`${room.server().url}/v1/screens/${id}`, { headers })
    await page.getByText('Dit scherm is ontkoppeld').waitFor({ timeout: IN_FORCE_MS })
    expect(page.url()).toBe(`${room.server().url}/wand`)
    await page.reload()
    await page.getByText('Dit scherm is ontkoppeld').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.context().close()
  })

  test('a new build loads the wall anew, once', async () => {
    const { token } = await hang()
    const page = await openScreen(token)
    let loads = 0
    page.on('load', () => {
      loads += 1
    })
    await page.route('**/v1/screens/_self', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, json: { ...(await response.json()), version: 'another' } })
    })
    await expect.poll(() => loads, { timeout: IN_FORCE_MS * 2 }).toBe(1)
    await page.locator('main h2').first().waitFor()
    await page.waitForTimeout(IN_FORCE_MS + 1_000)
    expect(loads).toBe(1)
    await page.context().close()
  })

  test('an administrator adds a screen, sees its link once and disconnects it', async () => {
    const page = await open(admin, room.server(), '/schermen')
    await page.getByRole('button', { name: 'Scherm toevoegen' }).click()
    await page.getByLabel('Naam').fill('Balie links')
    await page.getByLabel('Beeldmaat in inch').fill('5')
    await page.getByRole('button', { name: 'Bewaren' }).click()
    expect(await page.getByLabel('Beeldmaat in inch').getAttribute('aria-invalid')).toBe('true')
    await page.getByLabel('Beeldmaat in inch').fill('65')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Bewaren' }).click()
    expect(await page.getByLabel('Link voor de televisie').last().inputValue()).toMatch(/\/wand#token=[\w-]{44}$/)
    await page.getByRole('button', { name: 'Ik heb de link geopend' }).click()
    const row = page.locator('main li').filter({ hasText: 'Balie links' })
    expect(await row.innerText()).toMatch(/65 inch, 4 meter/)
    await row.getByRole('button', { name: 'Acties voor Balie links' }).click()
    await page.getByRole('menuitem', { name: 'Ontkoppelen' }).click()
    await row.waitFor({ state: 'detached' })
    const { items } = await ask<Collection<Screen>>(admin, room.server(), '/screens')
    expect(items.some(({ name }) => name === 'Balie links')).toBe(false)
    await page.close()
  })
})
