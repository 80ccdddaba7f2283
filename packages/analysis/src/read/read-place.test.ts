import { describe, expect, it } from 'vitest'
import { agreeOn, findPlaces, levelOf } from './find-places.ts'
import { AREAS, PLACES } from './fixture.ts'
import { deletesOf, indexPlaces, placeKey } from './place-index.ts'
import { createPlaceReader } from './read-place.ts'
import { viewText } from './text-view.ts'

const readPlace = createPlaceReader(AREAS, PLACES)
const areasIn = (text: string) => readPlace({ view: viewText(text, 'nl'), location: null, givenAreaCode: null }).areas
const codesIn = (text: string) => areasIn(text).map((area) => area.code)

describe('places in a text', () => {
  it.each([
    ['Er ligt glas in de Lindestraat', 'BU99010101'],
    ['glas in de lindestraat 12', 'BU99010101'],
    ['Kerkstr 12 is donker', 'BU99010201'],
    ['Het is donker in de Burg. Reigerstraat', 'BU99010102'],
    ['Bij het Stadspark is het vies', 'BU99010201'],
    ['Ratten bij basisschool de vlinder', 'BU99010102'],
    ['Overlast op de Markt', 'BU99010201'],
    ['Vies hier #Lindestraat', 'BU99010101'],
    ['Vies hier #BasisschoolDeVlinder', 'BU99010102'],
    ["Molenkamp's speeltuin is dicht", 'BU99010101'],
    ['In de wijk Rietvelden is de stroom uit', 'BU99010102'],
    ['Ik woon op 9901AB en mijn container is vol', 'BU99010102'],
    ['Op de Lindestaat wordt hard gereden', 'BU99010101'],
    ['Een paal is om in Veenhof', 'BU99010202'],
    ['Een paal is om in Veenhof-Noord', 'BU99010202'],
    ['Rietvelden zit zonder stroom', 'BU99010102'],
    ['In Lindehaven is het rustig', 'GM9901'],
  ])('%j lies in %s', (text, code) => {
    expect(codesIn(text)).toEqual([code])
  })
  it.each([
    'Ik hoop dat het snel klaar is',
    'Het was druk, veel handel en markt',
    'Er is niets aan de hand',
    'centrum',
    'Wat een feest. Centrum weer niet',
    '',
  ])('finds no place in %j', (text) => {
    expect(codesIn(text)).toEqual([])
  })
  it('takes the longest name, and says where it stands', () => {
    const text = 'Paal om, Burgemeester Reigerstraat'
    expect(areasIn(text)).toEqual([{ code: 'BU99010102', level: 'buurt', confidence: 0.9, span: [9, 34] }])
  })
  it('widens a street of several buurten to what they share, unless the text chooses', () => {
    expect(codesIn('Gat in de Dwarsweg')).toEqual(['WK990101'])
    expect(codesIn('Gat in de Dwarsweg in Rietvelden')).toEqual(['BU99010102'])
    expect(agreeOn(['BU01060101', 'BU01060102'], [])).toEqual({ code: 'WK010601', certain: false })
  })
  it('tells several places, and leaves out what lies around one of them', () => {
    expect(codesIn('Van de Lindestraat tot de Kerkstraat').sort()).toEqual(['BU99010101', 'BU99010201'])
    expect(codesIn('Lindestraat in Lindehaven')).toEqual(['BU99010101'])
  })
  it('trusts coordinates first, then the source, then the address', () => {
    const view = viewText('Kapot in de Kerkstraat', 'nl')
    const { areas } = readPlace({ view, location: { lat: 53.18, lon: 6.15, address: null }, givenAreaCode: null })
    expect(areas[0]).toEqual({ code: 'BU99010101', level: 'buurt', confidence: 0.99, span: null })
    const given = readPlace({
      view: viewText('', 'nl'),
      location: { lat: null, lon: null, address: 'Kerkstraat 3, Lindehaven' },
      givenAreaCode: 'BU99010202',
    })
    expect(given.areas.map((area) => area.code)).toEqual(['BU99010202', 'BU99010201'])
    expect(createPlaceReader([], [])({ view: viewText('', 'nl'), location: null, givenAreaCode: null }).areas).toEqual([])
  })
  it('has small tools that say what they do', () => {
    expect(levelOf('BU01060101')).toBe('buurt')
    expect(placeKey('Kerkstr'.toLowerCase())).toBe('kerkstraat')
    expect(deletesOf('abc')).toEqual(['bc', 'ac', 'ab'])
    expect(findPlaces(indexPlaces([], []), '', [])).toEqual([])
    expect(indexPlaces([], PLACES).root.next.has('lindestraat')).toBe(true)
  })
})
