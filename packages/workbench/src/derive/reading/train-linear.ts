/** One labelled text: indices of its features and what each is worth (of length 1 together), what the rules gave each class, and the classes that hold (several only for `independent`). */
export type Row = {
  features: Int32Array
  values: Float32Array
  rule: Float32Array
  truth: readonly number[]
  weight: number
  /** Classes that the row says nothing of; null for none. */
  silent: ReadonlySet<number> | null
}
export type Linear = { tie: number; bias: Float32Array; weights: Float32Array; classes: number; features: number; logitScale?: number }
export type TrainOptions = {
  classes: number
  features: number
  /** Each class yes or no by itself, or exactly one of them. */
  independent: boolean
  epochs: number
  /** Ridge penalty on the weights of features, per row. */
  ridge: number
  rate: number
  tie: number
  learnTie: boolean
  /** What AdaGrad has seen of each weight beforehand: a small number lets rare features take large steps, a large one keeps small ones small. */
  start: number
}

/**
 * Logistic regression by AdaGrad over the rows in the order given: logit of class c = tie · rule[c] + bias[c] + Σ weights[f][c] · value_f.
 * The model is the mean of those after each epoch of the second half (Polyak and Juditsky 1992). `tie` is one number for all classes, so that a class that was never seen in training is still read by its rules.
 * Source: Duchi, Hazan and Singer 2011.
 */
export function trainLinear(rows: readonly Row[], options: TrainOptions): Linear {
  const { classes, features, independent, epochs, ridge, rate } = options
  const model: Linear = {
    tie: options.tie,
    bias: new Float32Array(classes),
    weights: new Float32Array(features * classes),
    classes,
    features,
  }
  const squares = new Float32Array(features * classes).fill(options.start)
  const biasSquares = new Float32Array(classes).fill(1e-6)
  let tieSquares = 1e-6
  const order = rows.map((_, at) => at)
  let state = 12345
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const slope = new Float32Array(classes)
  const mean = new Float32Array(features * classes)
  const meanBias = new Float32Array(classes)
  let meanTie = 0
  let counted = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1))
      ;[order[at], order[other]] = [order[other]!, order[at]!]
    }
    for (const at of order) {
      const row = rows[at]!
      const chances = chancesOf(model, row, independent, row.silent)
      for (let c = 0; c < classes; c++) slope[c] = chances[c]! * row.weight
      for (const c of row.truth) slope[c]! -= row.weight
      for (const c of row.silent ?? []) slope[c] = 0
      let tieSlope = 0
      for (let c = 0; c < classes; c++) {
        tieSlope += slope[c]! * row.rule[c]!
        biasSquares[c]! += slope[c]! ** 2
        model.bias[c]! -= (rate * slope[c]!) / Math.sqrt(biasSquares[c]!)
      }
      if (options.learnTie) {
        tieSquares += tieSlope ** 2
        model.tie = Math.max(0, model.tie - (rate * tieSlope) / Math.sqrt(tieSquares))
      }
      for (let at = 0; at < row.features.length; at++) {
        const base = row.features[at]! * classes
        const x = row.values[at]!
        for (let c = 0; c < classes; c++) {
          const step = slope[c]! * x + ridge * model.weights[base + c]!
          if (Math.abs(step) < 1e-5) continue
          squares[base + c]! += step * step
          model.weights[base + c]! -= (rate * step) / Math.sqrt(squares[base + c]!)
        }
      }
    }
    if (epoch >= epochs / 2) {
      counted += 1
      for (let at = 0; at < mean.length; at++) mean[at]! += model.weights[at]!
      for (let c = 0; c < classes; c++) meanBias[c]! += model.bias[c]!
      meanTie += model.tie
    }
  }
  return { ...model, tie: meanTie / counted, bias: meanBias.map((v) => v / counted), weights: mean.map((v) => v / counted) }
}

export function chancesOf(
  model: Linear,
  row: Pick<Row, 'features' | 'values' | 'rule'>,
  independent: boolean,
  silent: ReadonlySet<number> | null = null,
): Float32Array {
  const { classes } = model
  const logits = new Float32Array(classes)
  for (let c = 0; c < classes; c++) logits[c] = model.tie * row.rule[c]! + model.bias[c]!
  for (let at = 0; at < row.features.length; at++) {
    const base = row.features[at]! * classes
    const x = row.values[at]!
    for (let c = 0; c < classes; c++) logits[c]! += model.weights[base + c]! * x
  }
  for (let c = 0; c < classes; c++) logits[c]! *= model.logitScale ?? 1
  for (const c of silent ?? []) logits[c] = Number.NEGATIVE_INFINITY
  if (independent) return logits.map((logit) => 1 / (1 + Math.exp(-logit)))
  const most = logits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  let sum = 0
  for (let c = 0; c < classes; c++) sum += logits[c] = Math.exp(logits[c]! - most)
  return logits.map((value) => value / sum)
}
