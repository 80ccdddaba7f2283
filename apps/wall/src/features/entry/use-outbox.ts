import type { MessageOut } from '@rumoer/contracts'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError, request } from '../../lib/api.ts'
import { dropEntry, type KeptEntry, keepEntry, keptEntries, toNewEntry } from './kept-entries.ts'

const AGAIN_MS = 10_000
const SHOWN_SENT = 5

export type SentEntry = { id: string; messageId: string; text: string; sentAt: string }

/** What is finished and on its way: sent at once, and again until the server has it, also after the page was closed in between. */
export function useOutbox(userId: string) {
  const [waiting, setWaiting] = useState<KeptEntry[]>([])
  const [refused, setRefused] = useState<KeptEntry[]>([])
  const [sent, setSent] = useState<SentEntry[]>([])
  const busy = useRef(false)

  const flush = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    try {
      for (const entry of keptEntries(localStorage, userId, new Date())) {
        if (entry.sentAt === null || entry.refused) continue
        try {
          const message = await request<MessageOut>('/entries', { method: 'POST', body: toNewEntry(entry) })
          dropEntry(localStorage, userId, entry.id)
          setSent((before) =>
            [{ id: entry.id, messageId: message.id, text: message.text, sentAt: entry.sentAt! }, ...before].slice(0, SHOWN_SENT),
          )
        } catch (error) {
          if (!(error instanceof ApiError) || error.status !== 400) break
          keepEntry(localStorage, userId, { ...entry, refused: true }, new Date())
        }
      }
    } finally {
      busy.current = false
      const kept = keptEntries(localStorage, userId, new Date())
      setWaiting(kept.filter((entry) => entry.sentAt !== null && !entry.refused))
      setRefused(kept.filter((entry) => entry.refused))
    }
  }, [userId])

  useEffect(() => {
    const again = () => void flush()
    again()
    const timer = setInterval(again, AGAIN_MS)
    window.addEventListener('online', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [flush])

  return { waiting, refused, sent, flush }
}
