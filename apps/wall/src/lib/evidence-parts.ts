import type { Reading } from '@rumoer/contracts'

export type TextPart = { from: number; text: string; labels: string[] }

/** A word that is only a keyword explains nothing: it stays unmarked. */
const explains = (label: string): boolean => !label.startsWith('keyword:')

/** The text cut at every edge of an evidence span; parts that led to a reading carry its labels. Spans outside the text are left out. */
export function evidenceParts(text: string, evidence: Reading['evidence']): TextPart[] {
  const spans = evidence.flatMap((entry) => {
    if (!entry.span || !explains(entry.label)) return []
    const [from, to] = entry.span
    return from < to && to <= text.length ? [{ from, to, label: entry.label }] : []
  })
  const edges = [...new Set([0, text.length, ...spans.flatMap((span) => [span.from, span.to])])].sort((a, b) => a - b)
  return edges.slice(0, -1).map((from, at) => {
    const to = edges[at + 1]!
    const labels = spans.filter((span) => span.from <= from && span.to >= to).map((span) => span.label)
    return { from, text: text.slice(from, to), labels: [...new Set(labels)] }
  })
}
