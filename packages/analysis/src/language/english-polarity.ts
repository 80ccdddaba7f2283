const WORDS: readonly (readonly [number, string])[] = [
  [0.9, 'excellent amazing wonderful fantastic perfect brilliant great awesome superb outstanding love loved lovely beautiful delighted'],
  [
    0.6,
    'good nice clean safe happy helpful friendly kind pleased glad thanks thank grateful better best improved fixed solved repaired quick fast pretty enjoy enjoyed proud welcome tidy quiet well recommend',
  ],
  [0.3, 'fine ok okay easy clear useful hope fresh calm'],
  [
    -0.9,
    'terrible horrible awful disgusting disgrace disgraceful ridiculous unacceptable shameful hate hated worst appalling scandal scandalous pathetic useless nightmare',
  ],
  [
    -0.7,
    'bad dirty filthy dangerous unsafe broken smelly stinks stink stinking angry furious annoyed annoying rude disappointed disappointing poor afraid scared rubbish mess messy ignored nuisance vandalism vandalised rats litter dumped failing fails failed',
  ],
  [
    -0.5,
    'problem problems noise noisy loud late slow delay delayed waiting complaint complaints complain missing blocked flooded leaking leak dark worried worry unclear confusing wrong expensive closed accident crash smoke fire stolen theft damage damaged sad sorry unfortunately overflowing full hole holes pothole potholes',
  ],
]
const WEIGHTS = new Map(WORDS.flatMap(([weight, text]) => text.split(' ').map((word) => [word, weight] as const)))

/**
 * Polarity of one lower-case English word, −1 to 1; 0 when unknown. Source: own short list of everyday words.
 * @example englishPolarityOf('dirty') // -0.7
 */
export const englishPolarityOf = (lower: string): number => WEIGHTS.get(lower) ?? 0

export const ENGLISH_NEGATORS: ReadonlySet<string> = new Set(
  "not no never nothing nobody nowhere without hardly isn't doesn't don't didn't wasn't aren't can't won't cannot couldn't hasn't haven't".split(
    ' ',
  ),
)
export const ENGLISH_TURNS: ReadonlySet<string> = new Set(['but', 'however', 'because', 'although'])
export const ENGLISH_INTENSIFIERS: ReadonlyMap<string, number> = new Map(
  'very 1.3,really 1.3,so 1.3,extremely 1.5,totally 1.5,absolutely 1.5,completely 1.5,incredibly 1.5,quite 0.9,rather 0.9,slightly 0.6,somewhat 0.6'
    .split(',')
    .map((pair) => [pair.split(' ')[0]!, Number(pair.split(' ')[1])] as const),
)
