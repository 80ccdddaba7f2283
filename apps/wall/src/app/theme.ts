import { useEffect } from 'react'
import type { Theme } from '../lib/settings.ts'

/** Puts light or dark on the page; `system` follows the machine, also while it changes. */
export function useThemeOnPage(theme: Theme): void {
  useEffect(() => {
    const system = window.matchMedia('(prefers-color-scheme: dark)')
    const apply = () => {
      document.documentElement.dataset.theme = theme === 'system' ? (system.matches ? 'dark' : 'light') : theme
    }
    apply()
    system.addEventListener('change', apply)
    return () => system.removeEventListener('change', apply)
  }, [theme])
}
