import { useSyncExternalStore } from 'react'

let spoken = ''
const listeners = new Set<() => void>()

/** Says one sentence in the page's only polite region. A repeated sentence is spoken again. */
export function announce(sentence: string): void {
  spoken = sentence === spoken ? `${sentence}\u00A0` : sentence
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function Announcer() {
  const sentence = useSyncExternalStore(subscribe, () => spoken)
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {sentence}
    </div>
  )
}
