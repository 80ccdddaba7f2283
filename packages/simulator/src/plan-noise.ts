import type { MessageKind } from '@rumoer/contracts'
import { atLocal, HOUR_MS, isHoliday, monthOf, weekdayOf } from './amsterdam.ts'
import { type CompiledSubject, compiled } from './compile-pattern.ts'
import type { PlannedMessage } from './incident.ts'
import { kindShares } from './incident.ts'
import type { IncidentPlanner } from './plan-incidents.ts'
import { createDraw, createRandom, type Random } from './random.ts'
import { dayType, drawHour, kindOn, rhythmOn, volumeOn } from './rhythm.ts'
import { CHATTER_SUBJECTS, SUBJECTS } from './subjects.ts'

/** Unrelated messages on an average day; with the incidents of `ORDINARY_SCENARIO` the town comes to about 260. */
const UNRELATED_PER_DAY = 235
/** Talk about other things, for each social post or comment that does concern the town; gives a quarter of all social talk. */
const CHATTER_PER_SOCIAL = 0.4

export type NoiseMessage = PlannedMessage & { readonly subject: CompiledSubject }

type Choice = { readonly subject: CompiledSubject; readonly kind: MessageKind; readonly weight: number }
type Table = { readonly choices: readonly Choice[]; readonly draw: (random: Random) => number }

const CHATTER_IDS = new Set(CHATTER_SUBJECTS.map(({ id }) => id))
const isSocial = (kind: MessageKind) => kind === 'post' || kind === 'comment'

function choicesOf(subject: CompiledSubject, month: number, type: ReturnType<typeof dayType>): Choice[] {
  const { reach, weight, season, rhythm } = subject.subject
  const shares = kindShares(reach)
  const kinds = [...subject.byKind.keys()]
  const total = kinds.reduce((sum, kind) => sum + shares[kind], 0)
  const perSubject = weight * season[month]! * rhythmOn(rhythm, type)
  return kinds.map((kind) => ({ subject, kind, weight: (perSubject * shares[kind] * kindOn(kind, type)) / total }))
}

function tableFor(month: number, type: ReturnType<typeof dayType>): Table {
  const all = SUBJECTS.flatMap((subject) => choicesOf(compiled(subject), month, type))
  const isChatter = (choice: Choice) => CHATTER_IDS.has(choice.subject.subject.id)
  const social = all.filter(({ kind }) => isSocial(kind))
  const sum = (list: readonly Choice[]) => list.reduce((total, { weight }) => total + weight, 0)
  const scale = (CHATTER_PER_SOCIAL * sum(social.filter((choice) => !isChatter(choice)))) / sum(social.filter(isChatter))
  const chatter = social.filter(isChatter).map((choice) => ({ ...choice, weight: choice.weight * scale }))
  const choices = [...all.filter((choice) => !isChatter(choice)), ...chatter]
  return { choices, draw: createDraw(choices.map(({ weight }) => weight)) }
}

/** Plans the unrelated messages of one Amsterdam day, in no order. */
export function createNoisePlanner(seed: number, rate: number, planner: IncidentPlanner): (day: number) => NoiseMessage[] {
  const tables = new Map<string, Table>()
  return (day) => {
    const random = createRandom(seed, 'noise', day)
    const [month, weekday, holiday] = [monthOf(day), weekdayOf(day), isHoliday(day)]
    const type = dayType(weekday, holiday)
    const key = `${month}${type}`
    const table = tables.get(key) ?? tableFor(month, type)
    tables.set(key, table)
    const count = random.poisson(UNRELATED_PER_DAY * rate * volumeOn(weekday, holiday))
    return Array.from({ length: count }, () => {
      const { subject, kind } = table.choices[table.draw(random)]!
      const hour = drawHour(subject.subject.rhythm, kind, random)
      return { subject, kind, at: atLocal(day, Math.floor((hour + random.next()) * HOUR_MS)), place: planner.anywhere(random) }
    })
  }
}
