import type { ScreenSelf, Session } from '@rumoer/contracts'
import { queryOptions } from '@tanstack/react-query'
import { ApiError, request } from './api.ts'

/** Who looks at the wall: a person, or a screen of its own with its settings. */
export type Viewer = {
  municipality: Pick<ScreenSelf['municipality'], 'name' | 'demo' | 'style'> | null
  version: string
  screen: ScreenSelf['screen'] | null
}

const MARK = 'rumoer.screen'
const SCREEN_EVERY_MS = 5_000
const PERSON_EVERY_MS = 60_000

/** Whether this browser was ever tied to a screen: then it never shows a sign-in page. */
export function wasScreen(): boolean {
  try {
    return localStorage.getItem(MARK) !== null
  } catch {
    return false
  }
}

/** Swaps the token for a cookie. */
export async function enterScreen(token: string): Promise<void> {
  await request<ScreenSelf>('/screens/_enter', { method: 'POST', body: { token } })
  try {
    localStorage.setItem(MARK, 'yes')
  } catch {
    // The cookie alone is enough until it is revoked.
  }
}

const isRefused = (error: unknown): boolean => error instanceof ApiError && (error.status === 401 || error.status === 403)

async function readViewer(known: Viewer | undefined, signal: AbortSignal): Promise<Viewer> {
  if (!known?.screen) {
    try {
      const { municipality, version } = await request<Session>('/session', { signal })
      return { municipality, version, screen: null }
    } catch (error) {
      if (!isRefused(error)) throw error
    }
  }
  return request<ScreenSelf>('/screens/_self', { signal })
}

/** Asked again so often that new settings and revoking show within ten seconds. */
export const viewerQuery = queryOptions({
  queryKey: ['viewer'],
  queryFn: ({ client, signal }) => readViewer(client.getQueryData<Viewer>(['viewer']), signal),
  refetchInterval: ({ state }) => (state.data && !state.data.screen ? PERSON_EVERY_MS : SCREEN_EVERY_MS),
  refetchIntervalInBackground: true,
})

/** Whether this screen was revoked. */
export const isRevoked = (error: unknown): boolean => error instanceof ApiError && error.status === 401
