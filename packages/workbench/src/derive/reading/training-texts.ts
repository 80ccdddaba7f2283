import { everyday, fragments, type Labelled, municipal, patterns, subtitles, tweets } from './labelled.ts'

/** What our own messages count together in the scorer of texts about anything: more of them must not make everyday language rarer. */
const MUNICIPAL_IN_FEELING = 8_000

/** Everything that the learned scorers are trained on, in a fixed order. */
export async function allTexts(): Promise<Labelled[]> {
  const ours = [...(await municipal('development')), ...(await municipal('training'))]
  return [
    ...ours.map((one) => ({ ...one, feelingWeight: MUNICIPAL_IN_FEELING / ours.length })),
    ...patterns(),
    ...(await fragments()),
    ...(await everyday()),
    ...(await tweets()),
    ...(await subtitles()),
  ]
}
