import { useCallback, useEffect, useRef } from 'react'
import { useText } from '../lib/text.ts'
import { announce } from '../ui/announcer.tsx'

const EVERY_MS = 30_000

/** Counts what the stream brings and says it in one sentence, at most every thirty seconds. */
export function useStreamNews(): (type: string) => void {
  const text = useText()
  const say = useRef(text)
  say.current = text
  const counts = useRef({ messages: 0, opened: 0, alerts: 0 })
  useEffect(() => {
    const timer = setInterval(() => {
      const { messages, opened, alerts } = counts.current
      if (messages + opened + alerts === 0) return
      counts.current = { messages: 0, opened: 0, alerts: 0 }
      announce(say.current('news.sentence', { messages, opened, alerts }))
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return useCallback((type: string) => {
    if (type === 'message.placed') counts.current.messages += 1
    if (type === 'issue.opened') counts.current.opened += 1
    if (type === 'alert.raised') counts.current.alerts += 1
  }, [])
}
