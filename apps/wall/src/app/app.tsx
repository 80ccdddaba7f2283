import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import { IntlProvider } from 'react-intl'
import { ApiError } from '../lib/api.ts'
import { useSettings } from '../lib/settings.ts'
import { Announcer } from '../ui/announcer.tsx'
import { en } from './messages/en.ts'
import { nl } from './messages/nl.ts'
import { makeRouter } from './router.tsx'
import { useThemeOnPage } from './theme.ts'

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => error instanceof ApiError && error.retry && count < 3,
    },
    mutations: { retry: false },
  },
})
const router = makeRouter(client)
const words = { nl, en }

export function App() {
  const { language, theme } = useSettings()
  useThemeOnPage(theme)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <IntlProvider locale={language} defaultLocale="nl" messages={words[language]}>
      <I18nProvider locale={language === 'nl' ? 'nl-NL' : 'en-GB'}>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
          <Announcer />
        </QueryClientProvider>
      </I18nProvider>
    </IntlProvider>
  )
}
