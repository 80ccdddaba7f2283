import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { REPOSITORY } from '../repository.ts'
import { municipal } from './reading/labelled.ts'
import { packHeads } from './reading/pack-heads.ts'
import { sharpen } from './reading/sharpen.ts'
import { look, trainHeads } from './reading/train-heads.ts'
import { allTexts } from './reading/training-texts.ts'

/**
 * Derives `analysis/src/read/learned/heads.json`, the learned scorers of the reading, from everything that `allTexts` lists: our own messages and fragments
 * (`evaluation/README.md`), the simulator's patterns, politicians' tweets and subtitles. A fifth of our own messages calibrates the confidence. The same data
 * gives the same file, in about five minutes. Record 0005. Run: `node packages/workbench/src/derive/reading-heads.ts`
 */
const texts = await allTexts()
const looked = texts.map(look)
const ours = new Set([...(await municipal('development')), ...(await municipal('training'))].map(({ text }) => text))
const packed = packHeads(
  sharpen(
    trainHeads(looked),
    looked,
    looked.filter(({ labelled }) => ours.has(labelled.text)),
  ),
)
await writeFile(join(REPOSITORY, 'packages/analysis/src/read/learned/heads.json'), `${JSON.stringify(packed)}\n`)
process.stdout.write(`${texts.length} texts, ${packed.features} features, ${packed.weights} weights\n`)
