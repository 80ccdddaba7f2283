import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import { IntlProvider } from 'react-intl'
import { ApiError } from '../lib/api.ts'
import { useSettings } from '../lib/settings.ts'
import { Announcer } from '../ui/announcer.tsx'
import { HouseStyleOnPage } from './house-style-on-page.tsx'
import { makeRouter } from './router.tsx'
import { useThemeOnPage } from './theme.ts'
import { useWords } from './use-words.ts'

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

export function App() {
  const { language, theme } = useSettings()
  const { locale, messages } = useWords(language)
  useThemeOnPage(theme)
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  return (
    <IntlProvider locale={locale} defaultLocale="nl" messages={messages}>
      <I18nProvider locale={locale === 'nl' ? 'nl-NL' : 'en-GB'}>
        <QueryClientProvider client={client}>
          <HouseStyleOnPage />
          <RouterProvider router={router} />
          <Announcer />
        </QueryClientProvider>
      </I18nProvider>
    </IntlProvider>
  )
}
