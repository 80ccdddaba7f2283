import { NO_REASON, NOT_AIMED, trainingRow } from '@rumoer/analysis/training'
import { AVOIDABLE_REASONS, DEFAULT_TAXONOMY, FACETS, RESIDENT_ROLES, SENTIMENTS } from '@rumoer/contracts'
import type { Labelled } from './labelled.ts'
import { type Linear, type Row, trainLinear } from './train-linear.ts'

export const UNKNOWN = 'unknown/unknown'
export const HEAD_NAMES = ['sentiment', 'towards', 'category', 'facets', 'roles', 'avoidable', 'feeling'] as const
export type HeadName = (typeof HEAD_NAMES)[number]
export const CLASSES: Readonly<Record<HeadName, readonly string[]>> = {
  sentiment: SENTIMENTS,
  category: [...DEFAULT_TAXONOMY.categories.flatMap((main) => main.subcategories.map((sub) => `${main.slug}/${sub.slug}`)), UNKNOWN],
  facets: FACETS,
  roles: RESIDENT_ROLES,
  avoidable: [...AVOIDABLE_REASONS, NO_REASON],
  towards: [...SENTIMENTS, NOT_AIMED],
  feeling: SENTIMENTS,
}
/**
 * Chosen on the development half and a fourth of the everyday sentences, with scorers that had not seen them. The ties of the two scorers of sentiment are held: the
 * one for a municipality's business may lean on words, the one for anything else keeps near to the rules.
 */
const SETTINGS = {
  sentiment: { independent: false, epochs: 15, ridge: 0.00003, rate: 0.5, start: 1, tie: 3, learnTie: false },
  feeling: { independent: false, epochs: 15, ridge: 0.00003, rate: 0.5, start: 1, tie: 8, learnTie: false },
  towards: { independent: false, epochs: 15, ridge: 0.00003, rate: 0.5, start: 1, tie: 2, learnTie: true },
  category: { independent: false, epochs: 30, ridge: 0.00001, rate: 0.2, start: 0.000001, tie: 3, learnTie: true },
  facets: { independent: true, epochs: 15, ridge: 0.00003, rate: 0.5, start: 1, tie: 2, learnTie: true },
  roles: { independent: true, epochs: 15, ridge: 0.00003, rate: 0.5, start: 1, tie: 2, learnTie: true },
  avoidable: { independent: false, epochs: 15, ridge: 0.00003, rate: 0.5, start: 1, tie: 3, learnTie: true },
} as const

/** A feature must stand in so many texts. */
const LEAST_TEXTS = 3

export type Looked = { labelled: Labelled; row: ReturnType<typeof trainingRow> }
export const look = (labelled: Labelled): Looked => ({
  labelled,
  row: trainingRow(labelled.text, labelled.kind, labelled.language ?? 'nl'),
})

export type TrainedHead = { name: HeadName; model: Linear; independent: boolean }
/** `index` numbers the features by their hash, `rarity` weighs them: ln(1 + texts / texts that have it), in steps of 1/20 up to 12.75. */
export type Known = { index: ReadonlyMap<number, number>; rarity: Float32Array }
export type Trained = Known & { heads: readonly TrainedHead[] }

/** The classes that hold of a text; null where the head knows nothing of it. */
function truthsOf(name: HeadName, { sentiment, towards, category, facets, roles, avoidable }: Labelled): readonly string[] | null {
  const one = (label: string | undefined) => (label === undefined ? null : [label])
  switch (name) {
    case 'sentiment':
    case 'feeling':
      return one(sentiment)
    case 'category':
      return one(category)
    case 'facets':
      return facets ?? null
    case 'roles':
      return roles ?? null
    case 'towards':
      return towards === undefined ? null : [towards ?? NOT_AIMED]
    case 'avoidable':
      return avoidable === undefined ? null : [avoidable ?? NO_REASON]
  }
}

/** Steps of a feature's rarity, so that the reader knows it in a byte. */
export const RARITY_STEPS = 20
const MOST_RARE = 255

/** Features of enough texts, numbered in order of their hash. */
function know(looked: readonly Looked[]): Known {
  const counts = new Map<number, number>()
  for (const { row } of looked) for (const key of new Set(row.keys)) counts.set(key, (counts.get(key) ?? 0) + 1)
  const kept = [...counts].filter(([, count]) => count >= LEAST_TEXTS).sort(([a], [b]) => a - b)
  const rarityOf = (count: number) => Math.min(MOST_RARE, Math.round(RARITY_STEPS * Math.log(1 + looked.length / count))) / RARITY_STEPS
  return {
    index: new Map(kept.map(([key], at) => [key, at])),
    rarity: Float32Array.from(kept, ([, count]) => rarityOf(count)),
  }
}

/** The classes that a text says nothing of. */
function silentOf(name: HeadName, { isPolar, isPartial }: Labelled, truth: readonly number[]): ReadonlySet<number> | null {
  const classes = CLASSES[name]
  if ((name === 'sentiment' || name === 'feeling') && isPolar) return new Set([classes.indexOf('neutral')])
  if ((name === 'facets' || name === 'roles') && isPartial) return new Set(classes.flatMap((_, at) => (truth.includes(at) ? [] : [at])))
  return null
}

function weightOf(name: HeadName, { weight, categoryWeight, feelingWeight }: Labelled): number {
  if (name === 'category') return categoryWeight ?? weight
  return name === 'feeling' ? (feelingWeight ?? weight) : weight
}

export function toRow(name: HeadName, { index, rarity }: Known, { labelled, row }: Looked, unseen: ReadonlySet<number>): Row {
  const classes = CLASSES[name]
  const truth = (truthsOf(name, labelled) ?? []).map((className) => classes.indexOf(className)).filter((at) => at >= 0)
  const features = Int32Array.from(row.keys.flatMap((key) => index.get(key) ?? []))
  const length = Math.sqrt(features.reduce((sum, at) => sum + rarity[at]! ** 2, 0)) || 1
  return {
    features,
    values: Float32Array.from(features, (at) => rarity[at]! / length),
    rule: Float32Array.from(classes.map((className) => row.rules[name](className))),
    truth,
    weight: weightOf(name, labelled),
    silent: silentOf(name, labelled, truth) ?? unseen,
  }
}

/** Trains the heads, each on the texts that carry its labels. A category of which no text is known keeps its rules and learns nothing. */
export function trainHeads(looked: readonly Looked[], names: readonly HeadName[] = HEAD_NAMES): Trained {
  const known = know(looked)
  const heads = names.map((name): TrainedHead => {
    const own = looked.filter(({ labelled }) => truthsOf(name, labelled) !== null)
    const classes = CLASSES[name]
    const seen = new Set(own.flatMap(({ labelled }) => truthsOf(name, labelled) ?? []))
    const unseen = new Set(classes.flatMap((className, at) => (seen.has(className) || name !== 'category' ? [] : [at])))
    const rows = own.map((one) => toRow(name, known, one, unseen))
    const { independent, ...settings } = SETTINGS[name]
    return {
      name,
      independent,
      model: trainLinear(rows, { ...settings, independent, classes: classes.length, features: known.index.size }),
    }
  })
  return { ...known, heads }
}
