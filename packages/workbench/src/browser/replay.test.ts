import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Alert, Collection } from '@rumoer/contracts'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeInBrowser } from './describe-in-browser.ts'
import { ADMINISTRATOR, ask, type Newsroom, open, openNewsroom } from './newsroom.ts'
import { axeFindings } from './open-page.ts'

const CHANNELS = ['facebook', 'form', 'telephone', 'app']
const BURST = 40
/** Three hours in some five seconds. */
const SPEED = '2000'

/** A quiet noon and forty voices in the hour after two, in channels of all kinds. */
function exercise(): string {
  const row = (at: number, minute: number) =>
    [`m${at}`, 'melding', CHANNELS[at % CHANNELS.length], new Date(Date.UTC(2026, 10, 20, 13, minute)).toISOString(), `bewoner-${at}`].join(
      ',',
    )
  const quiet = [0, 25].map((minute, at) => `${row(at, minute)},De lantaarn in de Lindelaan is uit`)
  const burst = Array.from({ length: BURST }, (_, at) => `${row(at + 10, 60 + at)},Er komt bruin water uit de kraan in het Havenkwartier`)
  return ['externalId,kind,channel,createdAt,author,text', ...quiet, ...burst, ''].join('\n')
}

describeInBrowser('a day played again', () => {
  let room: Newsroom
  let admin: BrowserContext
  let folder: string
  let id: number
  let page: Page
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rumoer-replay-'))
    await writeFile(join(folder, 'oefening.csv'), exercise())
    room = await openNewsroom({ DEMO: 'off' })
    await room.server().rumoer('municipality', 'add', '--code', 'GM9902', '--name', 'Lindehaven')
    admin = await room.signInAs(ADMINISTRATOR)
    const played = await room
      .server()
      .rumoer('replay', join(folder, 'oefening.csv'), '--from', '2026-11-20T13:00:00Z', '--to', '2026-11-20T16:00:00Z', '--speed', SPEED)
    id = (JSON.parse(played) as { replay: number }).replay
    page = await open(admin, room.server(), `/?replay=${id}`)
  })
  afterAll(async () => {
    await room?.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('says on every page that it is a replay, and leads to what was flagged and when', async () => {
    await page.getByText('oefening.csv, afgelopen').waitFor()
    await page.getByRole('link', { name: 'Wat viel op, en wanneer' }).click()
    await page.waitForURL(new RegExp(`/herhaling\\?replay=${id}`))
    const { items } = await ask<Collection<Alert>>(admin, room.server(), `/alerts?replay=${id}&limit=500`)
    expect(items.length).toBeGreaterThan(0)
    const rows = page.locator('main section li')
    await expect.poll(() => rows.count(), { timeout: 10_000 }).toBe(items.length)
    const first = items.toSorted((a, b) => a.raisedAt.localeCompare(b.raisedAt))[0]!
    expect(Date.parse(first.raisedAt)).toBeGreaterThan(Date.parse('2026-11-20T14:00:00Z'))
    expect(Date.parse(first.raisedAt)).toBeLessThan(Date.parse('2026-11-20T14:40:00Z'))
    expect(await rows.first().locator('time').innerText()).toMatch(/^15:\d\d$/)
    expect(await page.locator('main').innerText()).toContain(first.sentence)
  })

  test.each(['light', 'dark'] as const)('with nothing that axe finds in %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    expect(await axeFindings(page)).toEqual([])
  })

  test('an alert leads to its issue in the replay, and the way back to now leaves it', async () => {
    await page.locator('main section li a').first().click()
    await page.waitForURL(new RegExp(`/issues/.*replay=${id}`))
    await page.getByRole('link', { name: 'Terug naar nu' }).click()
    await expect.poll(() => new URL(page.url()).searchParams.has('replay')).toBe(false)
    expect((await ask<Collection<Alert>>(admin, room.server(), '/alerts')).items).toEqual([])
  })
})
