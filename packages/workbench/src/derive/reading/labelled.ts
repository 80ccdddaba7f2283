import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FACETS, type Facet, type MessageKind, RESIDENT_ROLES, type ResidentRole, SENTIMENTS, type SentimentLabel } from '@rumoer/contracts'
import { CHATTER_SUBJECTS, SUBJECTS } from '@rumoer/simulator'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { municipalSet } from '../../bench/reading/municipal-set.ts'
import { readEvaluation } from '../../bench/reading/read-evaluation.ts'
import { SHARED_DATA } from '../../repository.ts'

/** One text with what is known of it; absent labels are not known. `weight` is what it counts in training. */
export type Labelled = {
  text: string
  kind: MessageKind | null
  /** Absent: Dutch. */
  language?: string
  weight: number
  /** What it counts in training the category, where that is another. */
  categoryWeight?: number
  /** What it counts in training the feeling of texts about anything, where that is another. */
  feelingWeight?: number
  sentiment?: SentimentLabel
  /** The sentiment is sure to be negative or positive, and says nothing of when a text is neutral. */
  isPolar?: boolean
  /** `main/sub`, or `unknown/unknown` for what is none of a municipality's business. */
  category?: string
  facets?: readonly Facet[]
  roles?: readonly ResidentRole[]
  /** Null where the text is not aimed at the municipality. */
  towards?: SentimentLabel | null
  /** The one facet or role that is known to hold; of the others nothing is known. */
  isPartial?: boolean
  /** A reason, or null where the contact is none. */
  avoidable?: string | null
}

/** The simulator chatters more than a municipality's channels do. */
const CHATTER_WEIGHT = 0.08
const PATTERN_WEIGHT = 0.2
const MUNICIPAL_WEIGHT = 0.5
const EVERYDAY_WEIGHT = 1
const FOREIGN_WEIGHT = 0.2
const FRAGMENT_WEIGHT = 0.28
const FILLED: Readonly<Record<string, string>> = {
  straat: 'Lindestraat',
  zijstraat: 'Molenweg',
  buurt: 'Noordzijde',
  wijk: 'Zuiderland',
  plein: 'Waagplein',
  park: 'Stadspark',
  school: 'De Vlinder',
  winkel: 'de supermarkt',
  gemeente: 'Lindehaven',
  weekdag: 'dinsdag',
  dagdeel: 'vanmiddag',
  n: '3',
  telefoon: '[telefoon]',
  mail: '[e-mail]',
  naam: '[naam]',
}

/** The simulator's hand-written patterns, each with its kind and without: the reader is not always told. */
export function patterns(): Labelled[] {
  const chatter = new Set(CHATTER_SUBJECTS.map(({ id }) => id))
  return SUBJECTS.flatMap(({ id, category, patterns: texts }) =>
    texts.flatMap(({ text, kinds, mood, traits }): Labelled[] => {
      const one = {
        text: text.replace(/\{(\w+)\}/g, (_slot, name: string) => FILLED[name] ?? name),
        weight: chatter.has(id) ? CHATTER_WEIGHT : PATTERN_WEIGHT,
        sentiment: mood,
        category: chatter.has(id) ? 'unknown/unknown' : `${category.main}/${category.sub}`,
        facets: FACETS.filter((facet) => (traits as readonly string[]).includes(facet)),
      }
      return [
        { ...one, kind: kinds[0] ?? null },
        { ...one, kind: null },
      ]
    }),
  )
}

/** Messages of our own municipal sets, Dutch and English ones, each with its kind and without. */
export async function municipal(part: 'training' | 'development'): Promise<Labelled[]> {
  return (await municipalSet(part)).flatMap((judged): Labelled[] => {
    if (judged.language !== 'nl' && judged.language !== 'en') return []
    const { text, kind, language, sentiment, facets, roles, towards, avoidable } = judged
    const one = {
      text,
      language,
      weight: MUNICIPAL_WEIGHT,
      sentiment,
      facets,
      roles,
      towards,
      avoidable,
      category: `${judged.main}/${judged.sub}`,
    }
    return [
      { ...one, kind },
      { ...one, kind: null },
    ]
  })
}

const fragment = z.strictObject({ class: z.string(), text: z.string(), language: z.string().default('nl') })
const sentence = z.strictObject({ text: z.string(), sentiment: z.enum(SENTIMENTS) })

/** Fragments of what people say, each with the one class that it speaks for: `main/sub`, `facet:…`, `role:…` or `avoidable:…`. */
export async function fragments(): Promise<Labelled[]> {
  return (await readEvaluation('fragments.ndjson', fragment)).flatMap(({ class: label, text, language }): Labelled[] => {
    const one = { text, language, kind: null, weight: FRAGMENT_WEIGHT }
    const [kind, name = ''] = label.split(':')
    if (kind === 'facet') return [{ ...one, isPartial: true, facets: FACETS.filter((facet) => facet === name) }]
    if (kind === 'role') return [{ ...one, isPartial: true, roles: RESIDENT_ROLES.filter((role) => role === name) }]
    if (kind === 'avoidable') return [{ ...one, avoidable: name }]
    return [{ ...one, category: label }]
  })
}

/** Sentences about anything, written and labelled for this: hardly any is a municipality's business. */
export async function everyday(): Promise<Labelled[]> {
  return (await readEvaluation('sentiment-training.ndjson', sentence)).map(({ text, sentiment }) => ({
    text,
    kind: null,
    weight: EVERYDAY_WEIGHT,
    categoryWeight: FOREIGN_WEIGHT,
    sentiment,
    category: 'unknown/unknown',
  }))
}

const PUBLIC_WEIGHT = { tweets: 1, subtitles: 0.15 } as const
const POSITIVE_EMOTIONS = ['5', '8']
const NEGATIVE_EMOTIONS = ['1', '3', '4', '6']

/** Politicians' tweets, three classes. Throws when the data is not beside the project. */
export async function tweets(): Promise<Labelled[]> {
  const rows = parse(await sharedText('sentiment/tweets-politici-train.csv'), { columns: true }) as { text: string; polarity: string }[]
  return rows.flatMap(({ text, polarity }): Labelled[] => {
    const sentiment = SENTIMENTS.find((label) => label === polarity)
    return sentiment ? [{ text, kind: null, weight: PUBLIC_WEIGHT.tweets, sentiment }] : []
  })
}

/** Subtitles with projected emotions; those of one polarity only, and they do not tell when a text is neutral. */
export async function subtitles(): Promise<Labelled[]> {
  return (await sharedText('sentiment/xed-nl.tsv')).split('\n').flatMap((line): Labelled[] => {
    const [text = '', emotions = ''] = line.split('\t')
    const said = emotions.split(',').map((emotion) => emotion.trim())
    const isPositive = said.some((emotion) => POSITIVE_EMOTIONS.includes(emotion))
    const isNegative = said.some((emotion) => NEGATIVE_EMOTIONS.includes(emotion))
    if (isPositive === isNegative) return []
    return [{ text, kind: null, weight: PUBLIC_WEIGHT.subtitles, sentiment: isPositive ? 'positive' : 'negative', isPolar: true }]
  })
}

function sharedText(path: string): Promise<string> {
  const file = join(SHARED_DATA, path)
  if (!existsSync(file)) throw new Error(`${path}: not beside the project; the scorers cannot be trained without it`)
  return readFile(file, 'utf8')
}
