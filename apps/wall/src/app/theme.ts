import { useEffect } from 'react'
import type { Theme } from '../lib/settings.ts'

/** Puts light or dark on the page; `system` follows the machine, also while it changes. Paper is always light. */
export function useThemeOnPage(theme: Theme): void {
  useEffect(() => {
    const system = window.matchMedia('(prefers-color-scheme: dark)')
    const apply = () => {
      document.documentElement.dataset.theme = theme === 'system' ? (system.matches ? 'dark' : 'light') : theme
    }
    const light = () => {
      document.documentElement.dataset.theme = 'light'
    }
    apply()
    window.addEventListener('beforeprint', light)
    window.addEventListener('afterprint', apply)
    system.addEventListener('change', apply)
    return () => {
      system.removeEventListener('change', apply)
      window.removeEventListener('beforeprint', light)
      window.removeEventListener('afterprint', apply)
    }
  }, [theme])
}
