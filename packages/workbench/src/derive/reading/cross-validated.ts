import type { Pair } from '../../bench/reading/scores.ts'
import type { Labelled } from './labelled.ts'
import { CLASSES, look, toRow, trainHeads } from './train-heads.ts'
import { chancesOf } from './train-linear.ts'
import { allTexts } from './training-texts.ts'

const NONE: ReadonlySet<number> = new Set()

/** Reads the texts that `asked` picks by scorers trained on all training texts but their own fold: pairs of truth and most likely class. */
export async function crossValidated(
  name: 'sentiment' | 'category',
  folds: number,
  asked: (text: Labelled) => boolean,
): Promise<Pair<string>[]> {
  const looked = (await allTexts()).map(look)
  const picked = looked.filter(({ labelled }) => asked(labelled))
  const foldOf = new Map(picked.map((one, at) => [one, at % folds]))
  const pairs: Pair<string>[] = []
  for (let fold = 0; fold < folds; fold++) {
    const trained = trainHeads(
      looked.filter((one) => foldOf.get(one) !== fold),
      [name],
    )
    const { model, independent } = trained.heads[0]!
    for (const one of picked.filter((candidate) => foldOf.get(candidate) === fold)) {
      const chances = chancesOf(model, toRow(name, trained, one, NONE), independent)
      const guess = CLASSES[name][chances.indexOf(Math.max(...chances))]!
      pairs.push({ truth: (name === 'sentiment' ? one.labelled.sentiment : one.labelled.category) ?? '', guess })
    }
  }
  return pairs
}
