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
const COLOURS_OF_A_DRAWING = 50

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
        expect(await coloursIn(await shown.screenshot({ path: join(folder, 'shown.png') }))).toBeGreaterThan(COLOURS_OF_A_DRAWING)
      }
      const told = JSON.parse(await played) as { replay: number; played: number; closed: number }
      expect(told.replay).toBe(id)
      expect(told.closed).toBeGreaterThan(0)
      const closedInFile = await openMeldingen(`&replay=${id}`)
      expect(closedInFile).toBe(OPEN)
      expect(await total('')).toBe(ALL)
      expect(await openMeldingen('')).toBe(OPEN)
    })

    /** How many colours a picture has: an empty page has one or two. */
    async function coloursIn(png: Buffer): Promise<number> {
      const page = await desk.newPage()
      const found = await page.evaluate(async (base64) => {
        const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob())
        const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d')
        if (!pen) return 0
        pen.drawImage(picture, 0, 0)
        return new Set(new Uint32Array(pen.getImageData(0, 0, picture.width, picture.height).data.buffer)).size
      }, png.toString('base64'))
      await page.close()
      return found
    }

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
  },
  ABSENT.length > 0 ? `the data of Assen is not beside the repository: ${ABSENT.map((path) => path.split('/').at(-1)).join(', ')}` : null,
)
