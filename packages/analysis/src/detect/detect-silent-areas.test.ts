import { expect, test } from 'vitest'
import { drawNegativeBinomial } from '../maths/draw-negative-binomial.ts'
import { xorshift } from '../maths/xorshift.ts'
import { type AreaRhythm, detectSilentAreas } from './detect-silent-areas.ts'

const rhythm = (areaCode: string, observed: number, usual: number, windowHours = 24): AreaRhythm => ({
  areaCode,
  name: areaCode,
  windowHours,
  observed,
  earlier: [usual, usual + 2, usual - 1, usual + 1],
})
const TOWN = [
  { windowHours: 24, observed: 180, earlier: [200, 190, 210, 200] },
  { windowHours: 168, observed: 1_400, earlier: [1_400, 1_380, 1_410, 1_400] },
]
const found = (areas: readonly AreaRhythm[], town = TOWN) => detectSilentAreas(areas, town, 4).map(({ areaCode }) => areaCode)

test('a buurt without a message while the town tells is silent, and the sentence says that others do tell', () => {
  const [silent] = detectSilentAreas([rhythm('BU99010101', 0, 40), rhythm('BU99010102', 38, 40)], TOWN, 4)
  expect(silent).toMatchObject({ areaCode: 'BU99010101', windowHours: 24, observed: 0 })
  expect(silent!.silence.sentence).toBe(
    'Stil: geen berichten uit BU99010101 in 24 uur, gewoonlijk 41. Uit de rest van de gemeente komen wel berichten.',
  )
})

test('nothing is said when the whole town is silent, tells little, or is not known', () => {
  const areas = [rhythm('BU99010101', 0, 40), rhythm('BU99010102', 0, 40)]
  expect(found(areas, [{ windowHours: 24, observed: 0, earlier: [200, 190, 210, 200] }])).toEqual([])
  expect(found(areas, [{ windowHours: 24, observed: 10, earlier: [200, 190, 210, 200] }])).toEqual([])
  expect(found(areas, [])).toEqual([])
  expect(found([])).toEqual([])
})

test('of a silent wijk its buurten are not told apart, and of two windows the shorter is told', () => {
  expect(found([rhythm('WK990101', 0, 80), rhythm('BU99010101', 0, 40), rhythm('BU99010201', 0, 40)])).toEqual(['WK990101', 'BU99010201'])
  const both = detectSilentAreas([rhythm('BU99010101', 0, 40), rhythm('BU99010101', 2, 280, 168)], TOWN, 4)
  expect(both.map(({ windowHours }) => windowHours)).toEqual([24])
})

test('twenty years of ordinary days in twenty buurten that nothing ails bring fewer false alarms than stated', () => {
  const random = xorshift(11)
  const draw = () => drawNegativeBinomial(14, 2, random)
  let alarms = 0
  for (let look = 0; look < 20 * 365; look++) {
    const areas = Array.from({ length: 20 }, (_, at) => ({
      ...rhythm(`BU9901${String(at).padStart(4, '0')}`, draw(), 14),
      earlier: [draw(), draw(), draw(), draw()],
    }))
    alarms += detectSilentAreas(areas, TOWN, 4).length
  }
  expect(alarms / 20).toBeLessThanOrEqual(4)
})
