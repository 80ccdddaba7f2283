import { drawOrdinary, type Normal, xorshift } from '@rumoer/analysis/detect'
import type { PastIssue, PastMessage } from '@rumoer/store'

const DAY_MS = 86_400_000
/** Fewer ordinary messages do not show how ordinary messages are. */
const LEAST_MESSAGES = 20
/** Bounds how long a simulation takes, whatever the municipality. */
const MOST_MESSAGES = 8_000
const [SHORTEST_DAYS, LONGEST_DAYS] = [2, 26 * 7]
/** Pairs of messages that a series is supposed to have shown beside its own. */
const SUPPOSED_PAIRS = 2
const SEED = 20_261_127

type Series = { areaCode: string | null; category: string; messages: PastMessage[]; pairs: number; same: number }
type Given = {
  messages: readonly PastMessage[]
  issues: readonly PastIssue[]
  normal: Normal
  from: number
  to: number
  /** Issues in which something was going on. */
  isNews: (issueId: string) => boolean
}

/**
 * A past in which nothing goes on, drawn from what is normal here with a fixed seed: as many messages per area and category as normal, at ordinary
 * hours, like the ordinary messages of the history and each by somebody else. A message goes into the issue of the one before it in its series as
 * often as such messages did in the history. Null when the history has too few ordinary messages.
 */
export function ordinaryPast({
  messages,
  issues,
  normal,
  from,
  to,
  isNews,
}: Given): { messages: PastMessage[]; issues: PastIssue[]; days: number } | null {
  const ordinary = messages.filter(({ issueId }) => !isNews(issueId))
  if (ordinary.length < LEAST_MESSAGES) return null
  const historyDays = (to - from) / DAY_MS
  const days = Math.max(SHORTEST_DAYS, Math.min(LONGEST_DAYS, Math.floor((MOST_MESSAGES * historyDays) / ordinary.length)))
  const all = seriesOf(ordinary, issues)
  const sticks =
    all.reduce((sum, { same }) => sum + same, 0) /
    Math.max(
      1,
      all.reduce((sum, { pairs }) => sum + pairs, 0),
    )
  const random = xorshift(SEED)
  const drawn = all.map((series) => {
    const rate = Math.min(series.messages.length / (historyDays * 24), normal.levelOf(series).rate)
    const share = rate / normal.levelOf(series).rate
    const staying = (series.same + SUPPOSED_PAIRS * sticks) / (series.pairs + SUPPOSED_PAIRS)
    return drawSeries(series, drawOrdinary(normal, series, { from: to, to: to + days * DAY_MS, share }, random), staying, random)
  })
  return {
    messages: drawn.flatMap((one) => one.messages).sort((a, b) => a.at.getTime() - b.at.getTime()),
    issues: drawn.flatMap((one) => one.issues),
    days,
  }
}

function seriesOf(messages: readonly PastMessage[], issues: readonly PastIssue[]): Series[] {
  const byId = new Map(issues.map((issue) => [issue.id, issue]))
  const found = new Map<string, Series>()
  for (const message of messages) {
    const issue = byId.get(message.issueId)
    if (!issue) continue
    const { areaCode, category } = issue
    const key = `${areaCode}|${category}`
    const series = found.get(key) ?? { areaCode, category, messages: [], pairs: 0, same: 0 }
    found.set(key, series)
    const before = series.messages.at(-1)
    if (before) series.pairs += 1
    if (before?.issueId === message.issueId) series.same += 1
    series.messages.push(message)
  }
  return [...found.values()]
}

function drawSeries(
  { areaCode, category, messages }: Series,
  instants: readonly number[],
  staying: number,
  random: () => number,
): { messages: PastMessage[]; issues: PastIssue[] } {
  const issues: PastIssue[] = []
  const drawn = instants.map((instant, number): PastMessage => {
    const at = new Date(instant)
    if (issues.length === 0 || random() >= staying) {
      issues.push({ id: `${areaCode}|${category}|${issues.length}`, title: '', areaCode, category, firstAt: at, isNoise: false })
    }
    const like = messages[Math.floor(random() * messages.length)]!
    const melding = like.melding && { closedAt: null }
    return { ...like, at, issueId: issues.at(-1)!.id, voice: `${areaCode}|${category}|${number}`, melding }
  })
  return { messages: drawn, issues }
}
