import { CLASSES, type HeadName, type Looked, type Trained, toRow, trainHeads } from './train-heads.ts'
import { chancesOf, type Linear } from './train-linear.ts'

/** One of so many texts is kept from the scorers whose confidence is measured. */
const HELD_OUT = 5
const LOWEST = 0.4
const HIGHEST = 4
const STEP = 1.04
const NONE: ReadonlySet<number> = new Set()
const TINY = 1e-6

/** Multiplies every logit. */
const scaled = (model: Linear, by: number): Linear => ({
  ...model,
  tie: model.tie * by,
  bias: model.bias.map((one) => one * by),
  weights: model.weights.map((one) => one * by),
})

/** Mean negative log-likelihood of what holds. */
function surprise(model: Linear, rows: readonly ReturnType<typeof toRow>[], by: number, independent: boolean): number {
  let sum = 0
  for (const row of rows) {
    const chances = chancesOf({ ...model, logitScale: by }, row, independent)
    for (let at = 0; at < chances.length; at++) {
      const holds = row.truth.includes(at)
      if (holds) sum -= Math.log(Math.max(TINY, chances[at]!))
      else if (independent) sum -= Math.log(Math.max(TINY, 1 - chances[at]!))
    }
  }
  return sum / Math.max(1, rows.length)
}

/**
 * Makes the confidence of trained heads come true: a fifth of the texts of `measure` is read by heads that were trained without them, and all logits of a head are
 * multiplied by the one factor that makes the truth least surprising there. Source: temperature scaling (Guo et al. 2017).
 */
export function sharpen(trained: Trained, looked: readonly Looked[], measure: readonly Looked[]): Trained {
  const texts = [...new Set(measure.map(({ labelled }) => labelled.text))]
  const held = new Set(texts.filter((_, at) => at % HELD_OUT === 0))
  const without = trainHeads(
    looked.filter(({ labelled }) => !held.has(labelled.text)),
    trained.heads.map(({ name }) => name),
  )
  const asked = measure.filter(({ labelled }) => held.has(labelled.text) && labelled.kind !== null)
  return {
    ...trained,
    heads: trained.heads.map((head) => {
      const { name, independent, model } = head
      const rows = asked.filter(hasTruth(name)).map((one) => toRow(name, without, one, NONE))
      const measured = without.heads.find((other) => other.name === name)!.model
      let best = { by: 1, surprise: Number.POSITIVE_INFINITY }
      for (let by = LOWEST; rows.length > 0 && by <= HIGHEST; by *= STEP) {
        const now = surprise(measured, rows, by, independent)
        if (now < best.surprise) best = { by, surprise: now }
      }
      process.stderr.write(
        `${name}: ${CLASSES[name].length} classes, logits times ${best.by.toFixed(2)}, surprise ${best.surprise.toFixed(3)}\n`,
      )
      return { ...head, model: scaled(model, best.by) }
    }),
  }
}

const hasTruth =
  (name: HeadName) =>
  ({ labelled }: Looked): boolean =>
    labelled[name === 'feeling' ? 'sentiment' : name] !== undefined
