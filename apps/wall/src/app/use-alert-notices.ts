import type { Alert } from '@rumoer/contracts'
import { useCallback, useRef } from 'react'
import { showNotice } from '../lib/notices.ts'
import { currentSettings } from '../lib/settings.ts'
import { useText } from '../lib/text.ts'

/** Tells of a new alert on the machine itself while nobody looks at the page, for who chose that. */
export function useAlertNotices(replay: number | null): (event: { type: string; data: unknown }) => void {
  const text = useText()
  const say = useRef(text)
  say.current = text
  return useCallback(
    ({ type, data }: { type: string; data: unknown }) => {
      if (type !== 'alert.raised' || replay !== null) return
      if (!currentSettings().notices || document.visibilityState === 'visible') return
      const alert = data as Alert
      const title = say.current('notice.title', { level: say.current(`level.${alert.level}`) })
      void showNotice(alert, { title, body: say.current('notice.body') })
    },
    [replay],
  )
}
