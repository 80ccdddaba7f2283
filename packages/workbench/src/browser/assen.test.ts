import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeInBrowser } from './describe-in-browser.ts'
import { ADMINISTRATOR, ask, type Newsroom, open, openNewsroom } from './newsroom.ts'

const DATA = resolve(import.meta.dirname, '../../../../../shared/data')
const AREAS = join(DATA, 'geo/assen_buurten_cbs2024.geojson')
const MELDINGEN = join(DATA, 'meldingen-assen/meldingen.csv')
const ABSENT = [AREAS, MELDINGEN].filter((path) => !existsSync(path))

const ALL = 3_024
const OPEN = 282
const FORTNIGHT_FROM = '2026-07-25T00:00:00Z'
/** A fortnight in some twenty seconds. */
const SPEED = 60_000

type Page = { items: { closedAt: string | null }[]; next: string | null; total?: number }
type Told = { accepted: number; duplicates: number; rejected: number }

describeInBrowser(
  'Assen, with its real meldingen',
  () => {
    let room: Newsroom
    let desk: BrowserContext
    let folder: string
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'rumoer-assen-'))
      room = await openNewsroom({ DEMO: 'off' })
      await room.server().rumoer('municipality', 'add', '--code', 'GM0106', '--name', 'Assen')
      desk = await room.signInAs(ADMINISTRATOR)
    })
    afterAll(async () => {
      await room?.close()
      await rm(folder, { recursive: true, force: true })
    })

    const total = async (query: string) => (await ask<Page>(desk, room.server(), `/messages?limit=1&total=true${query}`)).total
    const importAll = async () => JSON.parse(await room.server().rumoer('import', MELDINGEN, '--source', 'Signalen', '--wait')) as Told

    async function openMeldingen(query: string): Promise<number> {
      let found = 0
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page: Page = await ask<Page>(
          desk,
          room.server(),
          `/messages?limit=500&kind=melding${query}${cursor === '' ? '' : `&cursor=${cursor}`}`,
        )
        found += page.items.filter(({ closedAt }) => closedAt === null).length
        cursor = page.next
      }
      return found
    }

    test('its buurten and all its meldingen come in, each once however often the file is imported', async () => {
      await room.server().rumoer('areas', 'import', AREAS)
      await room.server().rumoer('source', 'add', '--name', 'Signalen', '--kind', 'file', '--channel', 'form')
      expect(await importAll()).toMatchObject({ accepted: ALL, duplicates: 0, rejected: 0 })
      expect(await total('')).toBe(ALL)
      expect(await openMeldingen('')).toBe(OPEN)
      expect(await importAll()).toMatchObject({ accepted: 0, duplicates: ALL, rejected: 0 })
      expect(await total('')).toBe(ALL)
    })

    test('its last fortnight plays again on the wall, with buurten and clearly marked, and leaves the real figures alone', async () => {
      const page = await open(desk, room.server(), '/')
      const buurten = (await ask<{ items: { level: string; name: string }[] }>(desk, room.server(), '/areas?limit=500')).items
        .filter(({ level }) => level === 'buurt')
        .map(({ name }) => name)
      const played = room.server().rumoer('replay', MELDINGEN, '--from', FORTNIGHT_FROM, '--speed', String(SPEED))
      const id = await replayId()
      const wall = await desk.newPage()
      await Promise.all([
        page.goto(`${room.server().url}/?replay=${id}`).then(() => page.locator('main a[data-issue]').first().waitFor({ timeout: 60_000 })),
        wall
          .goto(`${room.server().url}/wand?replay=${id}`)
          .then(() => wall.locator('main').getByText('Herhaling').waitFor({ timeout: 60_000 })),
      ])
      await page.getByText('Herhaling', { exact: true }).first().waitFor()
      const places = await page.locator('main li, main article').allInnerTexts()
      expect(places.some((text) => buurten.some((name) => text.includes(name)))).toBe(true)
      for (const shown of [page, wall]) {
        expect((await shown.locator('main').innerText()).trim().length).toBeGreaterThan(40)
        await shown.screenshot({ path: join(folder, 'shown.png') })
        expect(await shadesOf(shown)).toBeGreaterThan(8)
      }
      const told = JSON.parse(await played) as { replay: number; played: number; closed: number }
      expect(told.replay).toBe(id)
      expect(told.closed).toBeGreaterThan(0)
      const closedInFile = await openMeldingen(`&replay=${id}`)
      expect(closedInFile).toBe(OPEN)
      expect(await total('')).toBe(ALL)
      expect(await openMeldingen('')).toBe(OPEN)
    })

    /** The replay that has begun, as the desk offers it. */
    async function replayId(): Promise<number> {
      let found: number | undefined
      await expect
        .poll(async () => (found = (await ask<{ items: { id: number }[] }>(desk, room.server(), '/replays')).items[0]?.id), {
          timeout: 60_000,
        })
        .toBeDefined()
      return found ?? 0
    }

    /** How many different fills the map of the page is drawn with, and texts around it: a blank page has next to none. */
    const shadesOf = (page: Awaited<ReturnType<typeof open>>) =>
      page.evaluate(() => {
        const seen = new Set<string>()
        for (const shape of document.querySelectorAll('main svg path'))
          seen.add(`${getComputedStyle(shape).fill} ${shape.getBoundingClientRect().width > 0}${shape.getAttribute('d')}`)
        return seen.size
      })
  },
  ABSENT.length > 0 ? `the data of Assen is not beside the repository: ${ABSENT.map((path) => path.split('/').at(-1)).join(', ')}` : null,
)
