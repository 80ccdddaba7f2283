import { DEFAULT_TAXONOMY } from '@rumoer/contracts'
import { AREAS, PLACES } from './fixture.ts'
import { createReader } from './index.ts'

const TEXTS = [
  'Er ligt alweer grofvuil naast de container in de Lindestraat, al weken. Wanneer wordt dit eindelijk eens opgeruimd? Het stinkt, gemeente!',
  'Wat een verbetering bij het Stadspark, de speeltuin is weer veilig en schoon. Bedankt voor het snelle werk, top geregeld door de buitendienst',
  'Op de Kerkstraat wordt weer veel te hard gereden, mijn kinderen durven niet meer naar school te fietsen. Kunnen jullie geen drempel maken??',
  'Iemand enig idee waarom de stroom in Rietvelden is uitgevallen? Ik hoorde dat er een kabel geraakt is bij de werkzaamheden op de Dwarsweg.',
]
const ROUNDS = 40_000

/** Prints messages per second of the whole reading, on texts of about 140 characters, one core, without masking and storing. */
const read = createReader({ areas: AREAS, places: PLACES, taxonomy: DEFAULT_TAXONOMY })
for (let round = 0; round < ROUNDS / 4; round++) read({ text: TEXTS[round % TEXTS.length]!, kind: 'post' })
const startedAt = performance.now()
for (let round = 0; round < ROUNDS; round++) read({ text: `${TEXTS[round % TEXTS.length]} ${round}`, kind: 'post' })
const seconds = (performance.now() - startedAt) / 1000
process.stdout.write(`whole reading: ${Math.round(ROUNDS / seconds)} messages/s\n`)
