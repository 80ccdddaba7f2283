import { areaChain, type Reading, type ReadingCorrection, type SentimentLabel } from '@rumoer/contracts'

/** A person is sure. */
const CERTAIN = 1
const SCORES: Readonly<Record<SentimentLabel, number>> = { negative: -1, neutral: 0, positive: 1 }

const corrected = (label: SentimentLabel) => ({ score: SCORES[label], label, confidence: CERTAIN })

const levelOf = (code: string): 'gemeente' | 'wijk' | 'buurt' =>
  code.startsWith('BU') ? 'buurt' : code.startsWith('WK') ? 'wijk' : 'gemeente'

/** What people see: the machine's reading, with every field that a person corrected replaced. */
export function overlayReading(reading: Reading, correction: ReadingCorrection | null): Reading {
  if (!correction) return reading
  const { sentiment, towardsMunicipality, category, areaCode, facets, roles } = correction
  return {
    ...reading,
    ...(sentiment === undefined ? {} : { sentiment: corrected(sentiment) }),
    ...(towardsMunicipality === undefined
      ? {}
      : { towardsMunicipality: towardsMunicipality === null ? null : corrected(towardsMunicipality) }),
    ...(category === undefined ? {} : { category: { ...category, confidence: CERTAIN } }),
    ...(areaCode === undefined ? {} : { areas: areasOf(areaCode) }),
    ...(facets === undefined ? {} : { facets: facets.map((facet) => ({ facet, confidence: CERTAIN })) }),
    ...(roles === undefined ? {} : { roles: roles.map((role) => ({ role, confidence: CERTAIN })) }),
  }
}

const areasOf = (areaCode: string | null): Reading['areas'] =>
  areaCode === null ? [] : areaChain(areaCode).map((code) => ({ code, level: levelOf(code), confidence: CERTAIN, span: null }))
