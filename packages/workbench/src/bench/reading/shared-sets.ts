import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SentimentLabel } from '@rumoer/contracts'
import { parse } from 'csv-parse/sync'
import { SHARED_DATA } from '../../repository.ts'

/** Restaurant sentences with one polarity (SemEval-2016): never trained on, positive or negative. Null when the data is not beside the project. */
export async function restaurantSentences(): Promise<{ text: string; truth: 'negative' | 'positive' }[] | null> {
  const file = join(SHARED_DATA, 'sentiment/sentences_flat.csv')
  if (!existsSync(file)) return null
  const rows = parse(await readFile(file, 'utf8'), { columns: true }) as { text: string; polarity: SentimentLabel }[]
  return rows.flatMap(({ text, polarity }) =>
    polarity === 'neutral' || !text ? [] : polarity === 'positive' || polarity === 'negative' ? [{ text, truth: polarity }] : [],
  )
}

export const hasSharedSets = () => existsSync(join(SHARED_DATA, 'sentiment/sentences_flat.csv'))
