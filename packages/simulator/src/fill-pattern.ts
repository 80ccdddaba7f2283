import { dayOf, hourOf } from './amsterdam.ts'
import type { CompiledPattern, Slot } from './compile-pattern.ts'
import { loosen, mistype } from './mistype.ts'
import { inventMail, inventName, inventPhone } from './people.ts'
import type { Random } from './random.ts'
import type { Buurt, Street } from './town.ts'

/** Where a message is about: one street of one buurt. */
export type Place = { readonly buurt: Buurt; readonly street: Street }

const WEEKDAYS = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'] as const
const SCHOOL_FORMS = ['basisschool ', 'basisschool ', '', 'obs ', 'kindcentrum '] as const

function partOfDay(at: number): string {
  const hour = hourOf(at)
  if (hour < 7) return 'vannacht'
  if (hour < 13) return 'vanochtend'
  return hour < 19 ? 'vanmiddag' : 'vanavond'
}

function sideStreet({ buurt, street }: Place, random: Random): string {
  const others = buurt.streets.length - 1
  const own = buurt.streets.indexOf(street)
  return buurt.streets[(own + 1 + random.int(others)) % buurt.streets.length]!.name
}

function fillSlot(slot: Slot, place: Place, townName: string, at: number, random: Random): string {
  switch (slot) {
    case 'straat':
      return place.street.name
    case 'zijstraat':
      return sideStreet(place, random)
    case 'buurt':
      return place.buurt.name
    case 'wijk':
      return place.buurt.wijk.name
    case 'plein':
      return place.buurt.square
    case 'park':
      return place.buurt.park
    case 'school':
      return random.pick(SCHOOL_FORMS) + place.buurt.school
    case 'winkel':
      return `de ${place.buurt.shop}`
    case 'gemeente':
      return townName
    case 'weekdag':
      return WEEKDAYS[(dayOf(at) + 9 - random.int(3)) % 7]!
    case 'dagdeel':
      return partOfDay(at)
    case 'n':
      return String(2 + random.int(5))
    case 'telefoon':
      return inventPhone(random)
    case 'mail':
      return inventMail(random)
    case 'naam':
      return inventName(random)
  }
}

const startsSentence = (before: string) => before === '' || /[.!?]\s$/.test(before)

/**
 * Writes one message from a pattern.
 *
 * @param slips chance of a typing error; from 0.2 the writer is also loose with capitals, full stops and emoji. Place names stay whole.
 */
export function fillPattern(compiled: CompiledPattern, place: Place, townName: string, at: number, slips: number, random: Random): string {
  const { parts, slots, pattern } = compiled
  const slipAt = random.chance(slips) ? random.int(parts.length) : -1
  let text = slipAt === 0 ? mistype(parts[0]!, random) : parts[0]!
  for (let i = 0; i < slots.length; i++) {
    const value = fillSlot(slots[i]!, place, townName, at, random)
    const part = parts[i + 1]!
    text += startsSentence(parts[i]!) && (i === 0 || parts[i] !== '') ? value.charAt(0).toUpperCase() + value.slice(1) : value
    text += slipAt === i + 1 ? mistype(part, random) : part
  }
  return slips >= 0.2 ? loosen(text, pattern.mood, compiled.hasEmoji, random) : text
}
