import { everyday, fragments, type Labelled, municipal, patterns, subtitles, tweets } from './labelled.ts'

/** Everything that the learned scorers are trained on, in a fixed order. */
export const allTexts = async (): Promise<Labelled[]> => [
  ...(await municipal('development')),
  ...(await municipal('training')),
  ...patterns(),
  ...(await fragments()),
  ...(await everyday()),
  ...(await tweets()),
  ...(await subtitles()),
]
