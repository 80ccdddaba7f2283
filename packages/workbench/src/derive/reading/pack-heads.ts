import { CLASSES, type Known, RARITY_STEPS, type Trained, type TrainedHead } from './train-heads.ts'

/** Weights smaller than this share of a head's largest are dropped: they take most of the room and say nearly nothing. */
const LEAST_SHARE = 0.06
const STEPS = 127
const MOST_PAIRS = 255

type Packed = { name: TrainedHead['name']; start: number; weights: Float32Array; classes: number; least: number; scale: number }

const base64 = (bytes: Uint8Array | Uint32Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
const rounded = (value: number) => Math.round(value * 10_000) / 10_000

/**
 * The weights of a head, each times the rarity of its feature. Where exactly one class holds, what a feature takes from or gives to all classes alike changes no
 * chance: the median is taken out, and most weights become small.
 */
function readyWeights({ model, independent }: TrainedHead, rarity: Float32Array): Float32Array {
  const { classes, features } = model
  const weights = model.weights.map((weight, at) => weight * rarity[Math.floor(at / classes)]!)
  if (independent) return weights
  for (let row = 0; row < features; row++) {
    const own = weights.subarray(row * classes, (row + 1) * classes)
    const middle = own.toSorted()[classes >> 1]!
    for (let at = 0; at < classes; at++) own[at]! -= middle
  }
  return weights
}

function columnsOf({ heads, rarity }: Trained): Packed[] {
  let start = 0
  return heads.map((head) => {
    const weights = readyWeights(head, rarity)
    const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0)
    const { classes } = head.model
    const packed = { name: head.name, start, weights, classes, least: LEAST_SHARE * largest, scale: largest / STEPS || 1 }
    start += classes
    return packed
  })
}

/** Column and weight in steps of everything that a feature has a say in, by column. */
function pairsOf(row: number, columns: readonly Packed[]): [number, number][] {
  const own: [number, number][] = []
  for (const { start, weights, classes, least, scale } of columns) {
    for (let at = 0; at < classes; at++) {
      const weight = weights[row * classes + at]!
      if (Math.abs(weight) >= least && weight !== 0) own.push([start + at, Math.round(weight / scale)])
    }
  }
  const heaviest = own.sort((a, b) => Math.abs(b[1]) - Math.abs(a[1])).slice(0, MOST_PAIRS)
  return heaviest.sort((a, b) => a[0] - b[0])
}

/** Writes trained heads as the reader unpacks them: hashes ascending, per feature its rarity and number of pairs, then column and weight in steps of the head's scale. */
export function packHeads(trained: Trained) {
  const { index, rarity }: Known = trained
  const columns = columnsOf(trained)
  const counts: number[] = []
  const pairs: number[] = []
  for (const row of index.values()) {
    const own = pairsOf(row, columns)
    counts.push(own.length)
    for (const [column, weight] of own) pairs.push(column, weight + 128)
  }
  return {
    version: 1,
    features: index.size,
    weights: pairs.length / 2,
    keys: base64(Uint32Array.from(index.keys())),
    rarities: base64(Uint8Array.from(rarity, (one) => Math.round(one * RARITY_STEPS))),
    counts: base64(Uint8Array.from(counts)),
    pairs: base64(Uint8Array.from(pairs)),
    heads: Object.fromEntries(
      columns.map(({ name, start, scale }, at) => {
        const { tie, bias } = trained.heads[at]!.model
        return [name, { classes: CLASSES[name], first: start, tie: rounded(tie), bias: [...bias].map(rounded), scale }]
      }),
    ),
  }
}
