/**
 * What one step brings when nothing is going on: `mean` counts; a sum of such steps with mean m has variance m · (dispersion + doubt · m).
 * `doubt` is what is not known of the level, common to all steps. `ready` once enough was seen to speak.
 */
export type Prediction = { mean: number; dispersion: number; doubt: number; ready: boolean }

/** Learns what is normal for one series, step by step; steps come in order and each is learnt after it was predicted. */
export type SeriesModel = {
  predict(at: number): Prediction
  learn(at: number, count: number, predicted: Prediction): void
}
