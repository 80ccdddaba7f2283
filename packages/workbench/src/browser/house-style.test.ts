import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { describeInBrowser } from './describe-in-browser.ts'
import { ADMINISTRATOR, type Newsroom, open, openDemo } from './newsroom.ts'
import { axeFindings } from './open-page.ts'

/** Twelve residents who smell gas, through the door that sources use. */
async function tellOfGas(room: Newsroom): Promise<void> {
  const { key } = JSON.parse(await room.server().rumoer('source', 'add', '--name', 'Proef gas', '--channel', 'form')) as { key: string }
  const messages = Array.from({ length: 12 }, (_, number) => ({
    externalId: `gas-${number}`,
    kind: 'melding',
    channel: 'form',
    createdAt: new Date().toISOString(),
    text: `Sterke gaslucht in het Havenkwartier, ik ben bang voor een explosie! (${number})`,
    author: `bewoner-${number}`,
  }))
  const answer = await fetch(`${room.server().url}/v1/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(messages),
  })
  expect(await answer.json()).toMatchObject({ accepted: 12 })
}

describeInBrowser('the looks of a municipality, and Rumoer as an app', () => {
  let room: Newsroom
  let admin: BrowserContext
  let page: Page
  beforeAll(async () => {
    room = await openDemo(inject('demoData'))
    admin = await room.signInAs(ADMINISTRATOR)
    page = await open(admin, room.server(), '/huisstijl')
  })
  afterAll(() => room?.close())

  const token = (seen: Page, name: string) =>
    seen.evaluate((wanted) => getComputedStyle(document.documentElement).getPropertyValue(wanted).trim(), name)
  const accent = () => page.getByRole('group', { name: 'Kleur van knoppen en links' }).getByLabel('Licht scherm')

  test('a colour that cannot be read is refused, and the one that is offered is taken', async () => {
    await accent().fill('#ffd400')
    await page.getByText('Deze kleur is slecht te lezen.').waitFor()
    expect(await page.getByRole('button', { name: 'Bewaren' }).isDisabled()).toBe(true)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await axeFindings(page)).toEqual([])
    }
    await page.emulateMedia({ colorScheme: 'light' })
    await page.getByRole('button', { name: /^Neem #/ }).click()
    await page.getByText('Deze kleur is slecht te lezen.').waitFor({ state: 'detached' })
    expect(await accent().inputValue()).not.toBe('#ffd400')
  })

  test('a saved style is on the desk at once and on the wall, without a new build', async () => {
    await accent().fill('#7a0019')
    await page.getByRole('group', { name: 'Achtergrond van de wand' }).getByLabel('Licht scherm').fill('#ffffff')
    await page.locator('input[type=file]').setInputFiles({
      name: 'logo.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><rect width="90" height="30" fill="#7a0019"/></svg>',
      ),
    })
    await page.getByRole('img', { name: 'Het logo dat u koos' }).waitFor()
    await page.getByRole('button', { name: 'Bewaren' }).click()
    await expect.poll(() => token(page, '--accent')).toBe('#7a0019')
    expect(await axeFindings(page)).toEqual([])
    const wall = await open(admin, room.server(), '/wand?thema=licht')
    expect(await wall.locator('[data-wall]').evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(255, 255, 255)')
    expect(await wall.locator('header img').count()).toBe(1)
    await wall.close()
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.getByRole('button', { name: 'Terug naar de stijl van Rumoer' }).click()
    await expect.poll(() => token(page, '--accent')).toBe('#0b5563')
  })

  test('it can be installed: a manifest with icons that are what it says they are', async () => {
    const manifest = (await (await admin.request.get(`${room.server().url}/manifest.webmanifest`)).json()) as {
      start_url: string
      display: string
      icons: { src: string; sizes: string }[]
    }
    expect(manifest).toMatchObject({ start_url: '/', display: 'standalone' })
    for (const { src, sizes } of manifest.icons.filter((icon) => icon.sizes !== 'any')) {
      const size = await page.evaluate(
        (address) =>
          new Promise<string>((done, fail) => {
            const image = new Image()
            image.onload = () => done(`${image.naturalWidth}x${image.naturalHeight}`)
            image.onerror = () => fail(new Error(address))
            image.src = address
          }),
        src,
      )
      expect(size).toBe(sizes)
    }
  })

  test('notices are off until asked for, tell only how grave it is, and not while somebody looks', async () => {
    await admin.grantPermissions(['notifications'])
    const desk = await open(admin, room.server(), '/')
    const shown = () =>
      desk.evaluate(async () => {
        const worker = await navigator.serviceWorker.getRegistration('/')
        return ((await worker?.getNotifications()) ?? []).map(({ title, body }) => `${title} ${body}`)
      })
    await desk.getByRole('button', { name: /^Instellingen van/ }).click()
    await desk.getByRole('button', { name: /Meldingen op dit apparaat/ }).click()
    await desk.getByRole('option', { name: 'Aan' }).click()
    await expect.poll(() => desk.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length))).toBe(1)
    expect(await shown()).toEqual([])
    await desk.evaluate(() => Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' }))
    await tellOfGas(room)
    await expect.poll(shown, { timeout: 60_000 }).not.toEqual([])
    for (const words of await shown())
      expect(words).toMatch(/^(Let op|Urgent|Crisis): nieuwe attendering Open Rumoer om te zien wat en waar\.$/)
    await desk.close()
  })
})
