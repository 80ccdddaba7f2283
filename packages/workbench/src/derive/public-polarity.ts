import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { REPOSITORY, SHARED_DATA } from '../repository.ts'

/**
 * Derives `analysis/src/language/public-polarity.json`, what two public lexicons say of words: pattern's (PDDL, as `natural` ships it) at half its
 * weight and Glender's (MIT, beside the project) at 0.12 a step; the mean where both know a word. Factors: `docs/analysis.md` 3.5.
 * Run: `node packages/workbench/src/derive/public-polarity.ts`
 */
/** Left out, judged by hand: small words and negators, which have rules of their own, and the things that a municipality deals with: a "boom" is a tree here. */
const NO_FEELING = new Set(
  `niet niets niks nooit geen niemand nergens nee neen af alleen alles anders bepaald doen echt eens erg gelijk gemaakt gewoon groot heel heet heus hoog jong kunnen lang moeten mogelijk naar
  nabij natuurlijk net nieuw nodig precies regelmatig samen tegen totaal toekomstig uiteindelijk veel ver voor vroeg waar waarschijnlijk weinig wil wilde zeer wel maar toch zichtbaar zwaar laat oude rood grijs open recht rechten
  rechts aanleg aansluiten achteruit advies afstand afval ambtenaar ban bassen blokkade bom boom bot brak buit dame deal deksels dijk dode doorgang dump energie festival flessen gans gebeten geest gif groet groeten grot hangen
  hond hoofs huishoudelijk insect jeu jeuk katten knal koopje kopen kraaien leeg leek leven licht lift loon los losjes mat nat object omlaag ondergronds ondernemer ontwikkeling openbaar opladen ouderen plaatje plat poten prijs
  ram rat reinigen riool rondvaart schaduw slang spel spook stalen steek ster storm terugbellen uitkering urgentie val veer verbod vergunnen vergunning verhard verkeren verlichten verlichting vermogen vermogend vet vol voorzien
  voorziening waarde wakker wiet zijde zorg zorgen zout melding melden aanvragen aanvraag`.split(/\s+/),
)
const PATTERN_WEIGHT = 0.5
const GLENDER_STEP = 0.12
const LEAST = 0.05
const TARGET = join(REPOSITORY, 'packages/analysis/src/language/public-polarity.json')

const said = new Map<string, number[]>()
const say = (word: string, polarity: number) => {
  if (/^\p{Ll}[\p{Ll}'-]+$/u.test(word) && !NO_FEELING.has(word)) said.set(word, [...(said.get(word) ?? []), polarity])
}
const natural = createRequire(join(REPOSITORY, 'packages/analysis/package.json')).resolve(
  'natural/lib/natural/sentiment/Dutch/pattern-sentiment-nl.json',
)
const pattern = JSON.parse(await readFile(natural, 'utf8')) as Record<string, { polarity: string }>
for (const [word, { polarity }] of Object.entries(pattern)) say(word.toLowerCase(), PATTERN_WEIGHT * Number(polarity))
const glender = await readFile(join(SHARED_DATA, 'lexicons/glender-dutch-sentiment.csv'), 'utf8')
for (const [, word = '', step = ''] of glender.matchAll(/^"([^"]+)",(-?\d+)\r?$/gm)) say(word.toLowerCase(), GLENDER_STEP * Number(step))

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const table = [...said]
  .map(([word, values]) => [word, Math.round(mean(values) * 100) / 100] as const)
  .filter(([, polarity]) => Math.abs(polarity) >= LEAST)
  .sort(([a], [b]) => (a < b ? -1 : 1))
await writeFile(TARGET, `${JSON.stringify(Object.fromEntries(table))}\n`)
process.stdout.write(`${table.length} words\n`)
