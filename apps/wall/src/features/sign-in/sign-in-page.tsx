import type { Session } from '@rumoer/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { ApiError, rememberCsrfToken, request } from '../../lib/api.ts'
import { sessionQuery } from '../../lib/queries.ts'
import { useText } from '../../lib/text.ts'
import { usePageTitle } from '../../lib/use-page-title.ts'
import { BrandMark } from '../../ui/brand-mark.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './sign-in-page.module.css'

/** The token of the address, taken once: it is wiped so that it stays in no history and on no shared screen. */
function takeToken(): string | null {
  const token = window.location.hash.replace(/^#/, '')
  if (token !== '') window.history.replaceState(window.history.state, '', window.location.pathname)
  return token === '' ? null : token
}

/** Redeems a sign-in link, or says how to get one. */
export function SignInPage() {
  const text = useText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [token] = useState(takeToken)
  const signIn = useMutation({
    mutationFn: (secret: string) => request<Session>('/session', { method: 'POST', body: { token: secret } }),
    onSuccess: async (session) => {
      rememberCsrfToken(session.csrfToken)
      client.clear()
      client.setQueryData(sessionQuery.queryKey, session)
      await navigate({ to: '/', replace: true })
    },
  })
  const { mutate } = signIn
  useEffect(() => {
    if (token) mutate(token)
  }, [token, mutate])

  const isUsed = signIn.error instanceof ApiError && signIn.error.status >= 400 && signIn.error.status < 500 && signIn.error.status !== 429
  const state = !token ? 'none' : !signIn.isError ? 'busy' : isUsed ? 'used' : 'failed'
  usePageTitle(text(`signIn.${state}.title`))
  return (
    <main className={styles.page}>
      <svg className={styles.wave} viewBox="0 0 1200 200" preserveAspectRatio="none" aria-hidden="true">
        <path d="M0 150H260C340 150 350 40 420 40S500 172 580 172 680 110 760 128 880 150 960 146 1100 150 1200 150" />
      </svg>
      <div className={styles.text}>
        <p className={styles.brand}>
          <BrandMark size={40} /> Rumoer
        </p>
        <h1>{text(`signIn.${state}.title`)}</h1>
        <p className={styles.body}>{text(`signIn.${state}.body`)}</p>
        {state === 'failed' && token && <Button onPress={() => mutate(token)}>{text('error.retry')}</Button>}
        {(state === 'none' || state === 'used') && <p className={styles.how}>{text('signIn.how')}</p>}
      </div>
    </main>
  )
}
