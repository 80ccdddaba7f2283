import { maskPersonalData } from '@rumoer/analysis/normalise'
import { createReader } from '@rumoer/analysis/read'
import { DEFAULT_TAXONOMY } from '@rumoer/contracts'
import { lindehaven } from '@rumoer/simulator'
import { crossValidated } from '../derive/reading/cross-validated.ts'
import { tweets } from '../derive/reading/labelled.ts'
import { loudly, type Outcome, progress } from './outcome.ts'
import { aspectSet, judgeAspects } from './reading/aspect-set.ts'
import { figuresOf, readAll } from './reading/judge-reading.ts'
import { type MaskingLine, maskingSet } from './reading/masking-set.ts'
import { type Judged, municipalSet } from './reading/municipal-set.ts'
import { naturalPeer, type Peer, patternPeer } from './reading/peers.ts'
import { accuracy, macroF1 } from './reading/scores.ts'
import { hasSharedSets, restaurantSentences } from './reading/shared-sets.ts'
import { median, spread } from './statistics.ts'

const PEERS: readonly Peer[] = [naturalPeer, patternPeer]
const peerNames = PEERS.map(({ name }) => name)
const SEED = 0
/** Half-width of the band in which a lexicon's score counts as neutral. */
const PEER_BAND = 0.05

const sign = (score: number) => (score < 0 ? 'negative' : 'positive')
const threeWay = (score: number) => (Math.abs(score) < PEER_BAND ? 'neutral' : sign(score))

function reader() {
  const { areas, places } = lindehaven()
  return createReader({ areas, places, taxonomy: DEFAULT_TAXONOMY })
}

/** What the reading gets right, on sets that nobody here wrote and on our own, and how fast it is; `natural` and pattern's lexicon beside it. */
export async function reading(): Promise<Outcome[]> {
  const read = reader()
  const outcomes = [await onMunicipal(read, 'development'), await onMunicipal(read, 'report')]
  if (hasSharedSets()) outcomes.push(await onRestaurants(read), await onTweets())
  else loudly('NO DATA BESIDE THE PROJECT: restaurant sentences and politicians’ tweets are not measured.')
  outcomes.push(await aspects(read), await masking(), await speed(read))
  return outcomes
}

async function onMunicipal(read: ReturnType<typeof reader>, half: 'development' | 'report'): Promise<Outcome> {
  const messages = await municipalSet(half)
  const figures = figuresOf(readAll(read, messages))
  const peers = Object.fromEntries(
    PEERS.map(({ score }, at) => [
      `${['natural', 'pattern'][at]}SentimentMacroF1`,
      macroF1(
        messages
          .filter(({ language }) => language === 'nl')
          .map(({ text, sentiment }) => ({ truth: sentiment, guess: threeWay(score(text)) })),
      ),
    ]),
  )
  const aims = { sentimentMacroF1: 0.85, mainCategory: 0.9, subCategory: 0.75, facetsMicroF1: 0.85, placeRight: 0.9 }
  return {
    part: 'reading',
    setting: `municipal set, ${half} half${half === 'development' ? ' (learnt from)' : ' (never looked into)'}`,
    peers: peerNames,
    seed: SEED,
    figures: { ...figures, ...peers },
    aim:
      half === 'development'
        ? null
        : {
            says: Object.entries(aims)
              .map(([name, least]) => `${name} ${least}`)
              .join(', '),
            met: Object.entries(aims).every(([name, least]) => figures[name]! >= least),
          },
  }
}

async function onRestaurants(read: ReturnType<typeof reader>): Promise<Outcome> {
  const sentences = (await restaurantSentences()) ?? []
  const right = (score: (text: string) => number) => accuracy(sentences.map(({ text, truth }) => ({ truth, guess: sign(score(text)) })))
  const ours = right((text) => read({ text }).sentiment.score)
  return {
    part: 'reading',
    setting: `restaurant sentences with one polarity, ${sentences.length}, never trained on, accuracy of the sign`,
    peers: peerNames,
    seed: SEED,
    figures: { accuracy: ours, naturalAccuracy: right(naturalPeer.score), patternAccuracy: right(patternPeer.score) },
    aim: { says: 'at least 0.86', met: ours >= 0.86 },
  }
}

/** The tweets are trained on: each tenth is read by scorers that were trained without it. */
async function onTweets(): Promise<Outcome> {
  const texts = await tweets()
  const ours = macroF1(
    await crossValidated('sentiment', 10, (text) => text.kind === null && !text.isPolar && texts.some((one) => one.text === text.text)),
  )
  const peer = (score: (text: string) => number) =>
    macroF1(texts.map(({ text, sentiment }) => ({ truth: sentiment!, guess: threeWay(score(text)) })))
  return {
    part: 'reading',
    setting: `politicians’ tweets, ${texts.length}, three classes, ten-fold`,
    peers: peerNames,
    seed: SEED,
    figures: { macroF1: ours, naturalMacroF1: peer(naturalPeer.score), patternMacroF1: peer(patternPeer.score) },
    aim: { says: 'at least 0.62', met: ours >= 0.62 },
  }
}

/** The sides of messages that praise one thing and complain of another, and none for messages of one mind. */
async function aspects(read: ReturnType<typeof reader>): Promise<Outcome> {
  const messages = await aspectSet('report')
  const figures = judgeAspects(messages.map((truth) => ({ truth, guess: read(truth).aspects ?? [] })))
  return {
    part: 'reading',
    setting: `sides of mixed messages, ${messages.length}, half of them of one mind; never looked into`,
    peers: [],
    seed: SEED,
    figures,
    aim: null,
  }
}

const NUMBERS = ['bsn', 'email', 'phone', 'iban', 'plate'] as const

/** Of what must be hidden the share that is gone from the text, per kind, and of what must stay the share that stands. */
async function masking(): Promise<Outcome> {
  const lines = await maskingSet('report')
  const pairs = lines.map((line) => ({ line, masked: maskPersonalData(line.text).text }))
  const recall = (...kinds: readonly MaskingLine['hidden'][number]['kind'][]) => {
    const wanted = pairs.flatMap(({ line, masked }) =>
      line.hidden.filter(({ kind }) => kinds.includes(kind)).map(({ value }) => !masked.includes(value)),
    )
    return wanted.filter(Boolean).length / wanted.length
  }
  const kept = pairs.flatMap(({ line, masked }) => line.kept.map((value) => masked.includes(value)))
  const figures = Object.fromEntries([...NUMBERS, 'name' as const].map((kind) => [`${kind}Recall`, recall(kind)]))
  return {
    part: 'reading',
    setting: `masking, ${lines.length} adversarial lines, written without sight of the rules`,
    peers: [],
    seed: SEED,
    figures: { ...figures, recallWithoutNames: recall(...NUMBERS), kept: kept.filter(Boolean).length / kept.length },
    aim: { says: 'recall of bsn, email, phone, iban and plate 0.99', met: recall(...NUMBERS) >= 0.99 },
  }
}

const ROUNDS = 7

/** Whole readings a second against `natural` doing sentiment alone, on the same messages, in turns. */
async function speed(read: ReturnType<typeof reader>): Promise<Outcome> {
  const messages: Judged[] = [...(await municipalSet('development')), ...(await municipalSet('report'))]
  const perSecond = (work: (message: Judged) => unknown) => {
    const startedMs = performance.now()
    for (const message of messages) work(message)
    return (messages.length / (performance.now() - startedMs)) * 1_000
  }
  const rounds: { ours: number; natural: number }[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const ours = perSecond(({ text, kind, channel }) => read({ text, kind, channel }))
    const natural = perSecond(({ text }) => naturalPeer.score(text))
    progress(`reading ${round}/${ROUNDS}: ${Math.round(ours)} whole readings, natural ${Math.round(natural)} sentiments a second`)
    if (round > 0) rounds.push({ ours, natural })
  }
  const ratios = rounds.map(({ ours, natural }) => ours / natural)
  const messagesPerSecond = median(rounds.map(({ ours }) => ours))
  return {
    part: 'reading',
    setting: `speed on one core, ${messages.length} messages of ${Math.round(messages.reduce((sum, { text }) => sum + text.length, 0) / messages.length)} characters on average`,
    peers: ["natural's SentimentAnalyzer, sentiment alone"],
    seed: SEED,
    figures: {
      messagesPerSecond,
      naturalPerSecond: median(rounds.map(({ natural }) => natural)),
      ratio: median(ratios),
      ratioSpread: spread(ratios),
    },
    aim: { says: 'at least 5,000 whole readings a second', met: messagesPerSecond >= 5_000 },
  }
}
