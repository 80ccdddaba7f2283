import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { ApiError } from '../lib/api.ts'
import { useText } from '../lib/text.ts'
import { Button } from './button.tsx'
import styles from './panel-state.module.css'

/** A skeleton that shows only after 300 ms, so that a quick answer does not flicker. */
export function Loading({ lines = 4 }: { lines?: number }) {
  const text = useText()
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 300)
    return () => clearTimeout(timer)
  }, [])
  if (!isSlow) return <div className={styles.wait} aria-busy="true" />
  return (
    <div className={styles.wait} aria-busy="true">
      <span className="visually-hidden">{text('loading')}</span>
      {Array.from({ length: lines }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a skeleton have no other name
        <span key={at} className={styles.bone} style={{ width: `${92 - ((at * 17) % 40)}%` }} />
      ))}
    </div>
  )
}

/** Nothing to show: says why, and what to do. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children && <p className={styles.body}>{children}</p>}
    </div>
  )
}

/** What failed in plain words, a way to try again, and a code to quote. */
export function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const text = useText()
  const { reset } = useQueryErrorResetBoundary()
  const status = error instanceof ApiError ? error.status : null
  const words = status === 0 ? 'error.offline' : status === 403 ? 'error.forbidden' : status === 404 ? 'error.notFound' : 'error.server'
  return (
    <div className={styles.empty} role="alert">
      <p className={styles.title}>{text(words)}</p>
      <p className={styles.body}>
        {text('error.code', { code: status === null ? 'SCHERM' : status === 0 ? 'NETWERK' : `HTTP-${status}` })}
      </p>
      <Button
        onPress={() => {
          reset()
          onRetry()
        }}
      >
        {text('error.retry')}
      </Button>
    </div>
  )
}
