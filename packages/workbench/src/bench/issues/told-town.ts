import { createIssueIndex } from '@rumoer/analysis/cluster'
import { maskPersonalData } from '@rumoer/analysis/normalise'
import { createReader } from '@rumoer/analysis/read'
import { DEFAULT_TAXONOMY, type Facet, moodOf, type Reading, smallestArea } from '@rumoer/contracts'
import { lindehaven, type SimulatedMessage } from '@rumoer/simulator'

/** One simulated message as the real reading and clusterer see it, with the incident that it belongs to. */
export type Told = {
  id: string
  at: number
  issueId: string
  voice: string
  countsAsVoice: boolean
  urgentWords: readonly string[]
  rumourWords: readonly string[]
  channel: string
  mood: 'negative' | 'neutral' | 'positive'
  areaCode: string | null
  category: { main: string; sub: string }
  isMelding: boolean
  closedAt: number | null
  reopens: boolean
  incident: string | null
}

/** Reads and, where asked, clusters what a simulated town says, message by message, as the pipeline does. A closing changes the message that it closes. */
export function createToldTown({ cluster }: { cluster: boolean }): (message: SimulatedMessage) => Told | null {
  const { areas, places } = lindehaven()
  const names = new Map(areas.map(({ code, name }) => [code, name]))
  const read = createReader({ areas, places, taxonomy: DEFAULT_TAXONOMY })
  let issues = 0
  const newIssueId = () => `issue-${++issues}`
  const index = createIssueIndex({ newIssueId, taxonomy: DEFAULT_TAXONOMY, areaName: (code) => names.get(code) ?? null })
  const meldingen = new Map<string, Told>()
  let count = 0
  return ({ raw, truth }) => {
    if (raw.updatedAt !== undefined) {
      const melding = meldingen.get(raw.externalId)
      if (melding && raw.closedAt !== undefined) melding.closedAt = Date.parse(raw.closedAt)
      return null
    }
    const { kind, channel } = raw
    const { text } = maskPersonalData(raw.text)
    const { lat = null, lon = null, address = null, areaCode: givenAreaCode = null } = raw.location ?? {}
    const givenCategory = raw.category ? { main: raw.category.main, sub: raw.category.sub ?? null } : null
    const reading = read({ text, kind, channel, language: null, location: { lat, lon, address }, givenAreaCode, givenCategory })
    const areaCode = smallestArea(reading)
    const { main, sub } = reading.category
    const at = Date.parse(raw.createdAt)
    const id = `message-${++count}`
    const item = {
      id,
      text,
      language: reading.language,
      createdAt: at,
      areaCode,
      lat,
      lon,
      category: { main, sub },
      kind,
      channel,
      closed: false,
    }
    if (cluster && count % 500 === 0) index.retire(at)
    const told: Told = {
      id,
      at,
      issueId: cluster ? index.place(item).issueId : '',
      voice: raw.author ?? id,
      countsAsVoice: kind !== 'article',
      urgentWords: wordsOf(reading, 'urgent'),
      rumourWords: wordsOf(reading, 'rumour'),
      channel,
      mood: moodOf(reading),
      areaCode,
      category: { main, sub },
      isMelding: kind === 'melding',
      closedAt: null,
      reopens: reading.avoidable?.reason === 'repeat-after-closing',
      incident: truth.incident,
    }
    if (told.isMelding) meldingen.set(raw.externalId, told)
    return told
  }
}

/** None where the facet was not read. */
const wordsOf = ({ evidence }: Reading, facet: Facet) => evidence.flatMap(({ label, words }) => (label === `facet:${facet}` ? words : []))
