import { useSyncExternalStore } from 'react'
import type { Locale } from './dates.ts'

export type Theme = 'system' | 'light' | 'dark'
/** What one person chose on this machine. */
export type Settings = { theme: Theme; language: Locale; paused: boolean; shortcuts: boolean; notices: boolean }

const DEFAULTS: Settings = { theme: 'system', language: 'nl', paused: false, shortcuts: true, notices: false }
const listeners = new Set<() => void>()
let owner = 'nobody'
let present: Settings = DEFAULTS

const keyOf = (user: string) => `rumoer.settings.${user}`

/** Reads stored text; anything unknown falls back to the default. */
export function parseSettings(text: string | null): Settings {
  try {
    const found = JSON.parse(text ?? '{}') as Partial<Record<keyof Settings, unknown>>
    return {
      theme: found.theme === 'light' || found.theme === 'dark' ? found.theme : DEFAULTS.theme,
      language: found.language === 'en' ? 'en' : DEFAULTS.language,
      paused: found.paused === true,
      shortcuts: found.shortcuts !== false,
      notices: found.notices === true,
    }
  } catch {
    return DEFAULTS
  }
}

function stored(user: string): string | null {
  try {
    return localStorage.getItem(keyOf(user))
  } catch {
    return null
  }
}

/** Switches to the settings of the person who is signed in now. */
export function loadSettingsOf(user: string): void {
  if (user === owner) return
  owner = user
  present = parseSettings(stored(user))
  for (const listener of listeners) listener()
}

export function changeSettings(change: Partial<Settings>): void {
  present = { ...present, ...change }
  try {
    localStorage.setItem(keyOf(owner), JSON.stringify(present))
  } catch {
    // A browser that stores nothing still works until the page closes.
  }
  for (const listener of listeners) listener()
}

export const currentSettings = (): Settings => present

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
export const useSettings = (): Settings => useSyncExternalStore(subscribe, currentSettings)
