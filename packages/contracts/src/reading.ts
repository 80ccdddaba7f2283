import { z } from 'zod'
import { areaCode, confidence, span } from './primitives.ts'

export const SENTIMENTS = ['negative', 'neutral', 'positive'] as const
export const sentimentLabel = z.enum(SENTIMENTS)
export type SentimentLabel = z.infer<typeof sentimentLabel>

/** `score` runs from −1 to 1; its sign is the best two-way guess even where `label` is neutral, and 0 only without any evidence. */
export const sentiment = z.object({ score: z.number().min(-1).max(1), label: sentimentLabel, confidence })
export type Sentiment = z.infer<typeof sentiment>

export const FACETS = ['melding', 'symptom', 'engagement', 'question', 'complaint', 'compliment', 'suggestion', 'urgent', 'rumour'] as const
export const facet = z.enum(FACETS)
export type Facet = z.infer<typeof facet>

export const RESIDENT_ROLES = [
  'klant',
  'kiezer',
  'doelgroep',
  'belastingbetaler',
  'gebruiker',
  'partner',
  'vrijwilliger',
  'initiatiefnemer',
  'deelnemer',
  'betrokkene',
  'belanghebbende',
  'getroffene',
  'ondernemer',
  'raadslid',
  'pers',
] as const
export const residentRole = z.enum(RESIDENT_ROLES)
export type ResidentRole = z.infer<typeof residentRole>

export const AVOIDABLE_REASONS = [
  'status-unknown',
  'letter-unclear',
  'page-wrong',
  'repeat-after-closing',
  'wrong-department',
  'disruption',
  'new-need',
] as const

/** `main` and `sub` are slugs of the municipality's taxonomy, `unknown` below the stated confidence. */
export const categoryReading = z.object({ main: z.string(), sub: z.string(), confidence })
export type CategoryReading = z.infer<typeof categoryReading>
export const UNKNOWN_CATEGORY: CategoryReading = { main: 'unknown', sub: 'unknown', confidence: 0 }

/** One side of a mixed message: the stretch of text that praises or complains, what it is about, and the feeling. */
export const aspect = z.object({ about: z.string(), span, sentiment })
export type Aspect = z.infer<typeof aspect>

/** What the law protects most (GDPR 9 and 10): a message with cues of these is not quoted outside the newsroom and is kept shortest. */
export const SPECIAL_KINDS = ['health', 'crime', 'religion', 'politics'] as const
export type SpecialKind = (typeof SPECIAL_KINDS)[number]

/** What analysis says of one message: every label with a confidence and, under `evidence`, the words that led to it. */
export const reading = z.object({
  language: z.string(),
  sentiment,
  towardsMunicipality: sentiment.nullable(),
  /** In order of the text; there only when a message praises one thing and complains of another. */
  aspects: z.array(aspect).optional(),
  keywords: z.array(z.object({ term: z.string(), weight: z.number() })),
  category: categoryReading,
  department: z.string().nullable(),
  areas: z.array(z.object({ code: areaCode, level: z.enum(['gemeente', 'wijk', 'buurt']), confidence, span: span.nullable() })),
  roles: z.array(z.object({ role: residentRole, confidence })),
  facets: z.array(z.object({ facet, confidence })),
  question: z.string().nullable(),
  avoidable: z.object({ reason: z.enum(AVOIDABLE_REASONS), verdict: z.enum(['avoidable', 'not-avoidable']), confidence }).nullable(),
  evidence: z.array(z.object({ label: z.string(), span: span.nullable(), words: z.array(z.string()) })),
  /** Absent when there is nothing special. */
  special: z.array(z.enum(SPECIAL_KINDS)).optional(),
})
export type Reading = z.infer<typeof reading>

const LEVELS = { buurt: 0, wijk: 1, gemeente: 2 } as const

/** The smallest area that the reading is surest of; null when it found none. */
export function smallestArea({ areas }: Pick<Reading, 'areas'>): string | null {
  const [best] = [...areas].sort((a, b) => LEVELS[a.level] - LEVELS[b.level] || b.confidence - a.confidence)
  return best?.code ?? null
}

/** What issues, areas and reports count: the sentiment aimed at the municipality where there is one, else the one expressed. */
export const moodOf = (reading: Pick<Reading, 'sentiment' | 'towardsMunicipality'>): SentimentLabel =>
  (reading.towardsMunicipality ?? reading.sentiment).label

/** A person's correction of one reading; absent fields stay as the machine read them. */
export const readingCorrection = z
  .strictObject({
    sentiment: sentimentLabel.optional(),
    towardsMunicipality: sentimentLabel.nullable().optional(),
    category: z.strictObject({ main: z.string().max(100), sub: z.string().max(100) }).optional(),
    areaCode: areaCode.nullable().optional(),
    facets: z.array(facet).max(FACETS.length).optional(),
    roles: z.array(residentRole).max(RESIDENT_ROLES.length).optional(),
  })
  .refine((value) => Object.keys(value).length > 0, 'expected at least one field to correct')
export type ReadingCorrection = z.infer<typeof readingCorrection>
