import type { MessageKind } from '@rumoer/contracts'
import type { Pattern, Subject } from './subject.ts'

export const SLOTS = [
  'straat',
  'zijstraat',
  'buurt',
  'wijk',
  'plein',
  'park',
  'school',
  'winkel',
  'gemeente',
  'weekdag',
  'dagdeel',
  'n',
  'telefoon',
  'mail',
  'naam',
] as const
export type Slot = (typeof SLOTS)[number]

/** A pattern ready to be filled: `parts` stand around `slots`, one more of them. */
export type CompiledPattern = {
  readonly pattern: Pattern
  readonly parts: readonly string[]
  readonly slots: readonly Slot[]
  /** The smallest kind of area that the text names. */
  readonly tells: 'buurt' | 'wijk' | 'gemeente' | null
  /** Only sensible once the thing has gone on for a while, or is over. */
  readonly looksBack: boolean
  readonly hasEmoji: boolean
}
export type CompiledSubject = {
  readonly subject: Subject
  readonly byKind: ReadonlyMap<MessageKind, readonly CompiledPattern[]>
}

const IN_BUURT: ReadonlySet<Slot> = new Set(['straat', 'zijstraat', 'buurt', 'plein', 'park', 'school', 'winkel'])
const LOOKS_BACK =
  /gister|vannacht|een nacht|hele avond|intussen|uitslag|al weken|weer schoon|inmiddels|derde keer|vierde melding|na vijf uur|middaguur/i

const isSlot = (name: string): name is Slot => (SLOTS as readonly string[]).includes(name)

/** Throws on a place between braces that is no slot. */
export function compilePattern(pattern: Pattern): CompiledPattern {
  const pieces = pattern.text.split(/\{([^}]*)\}/)
  const names = pieces.filter((_, i) => i % 2 === 1)
  const unknown = names.find((name) => !isSlot(name))
  if (unknown !== undefined)
    throw new RangeError(`pattern “${pattern.text.slice(0, 60)}”: expected one of ${SLOTS.join(' ')}, found {${unknown}}`)
  const slots = names.filter(isSlot)
  const tells = slots.some((slot) => IN_BUURT.has(slot))
    ? 'buurt'
    : slots.includes('wijk')
      ? 'wijk'
      : slots.includes('gemeente')
        ? 'gemeente'
        : null
  return {
    pattern,
    parts: pieces.filter((_, i) => i % 2 === 0),
    slots,
    tells,
    looksBack: LOOKS_BACK.test(pattern.text) || pattern.traits.includes('compliment'),
    hasEmoji: /\p{Extended_Pictographic}/u.test(pattern.text),
  }
}

function compileSubject(subject: Subject): CompiledSubject {
  const byKind = new Map<MessageKind, CompiledPattern[]>()
  for (const pattern of subject.patterns.map(compilePattern))
    for (const kind of pattern.pattern.kinds) byKind.set(kind, [...(byKind.get(kind) ?? []), pattern])
  return { subject, byKind }
}

const known = new WeakMap<Subject, CompiledSubject>()

/** A subject with its patterns ready to be filled, compiled once. */
export function compiled(subject: Subject): CompiledSubject {
  let ready = known.get(subject)
  if (!ready) {
    ready = compileSubject(subject)
    known.set(subject, ready)
  }
  return ready
}
