import type { Summary } from '@rumoer/contracts'
import { useText } from '../lib/text.ts'

const BUSY = 1.5

/** What was checked on a quiet moment, and honestly when it is busier than normal all the same. */
export function useQuietWords(): (summary: Summary) => string {
  const text = useText()
  return ({ messagesToday, messagesLastHour, expectedLastHour, sources }) => {
    const body = text('quiet.body', { messages: messagesToday, sources: sources.length })
    if (expectedLastHour === null) return body
    const values = { count: messagesLastHour, normal: Math.round(expectedLastHour) }
    return `${body} ${text(messagesLastHour > expectedLastHour * BUSY ? 'quiet.busy' : 'incoming.hour', values)}`
  }
}
