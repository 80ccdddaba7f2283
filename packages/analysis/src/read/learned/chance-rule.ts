const LEAST_CHANCE = 0.02
const SCALE = 4

/** What rules that speak in chances give a learned scorer: a quarter of the logit of each chance, which they hold between 0.02 and 0.98. */
export function chanceRule(chances: ReadonlyMap<string, number>): (className: string) => number {
  return (className) => {
    const chance = Math.max(LEAST_CHANCE, Math.min(1 - LEAST_CHANCE, chances.get(className) ?? 0))
    return Math.log(chance / (1 - chance)) / SCALE
  }
}
