import { useIntl } from 'react-intl'
import type { Locale } from './dates.ts'

export type MessageId = FormatjsIntl.Message['ids']
type Values = Record<string, string | number>
export type Text = (id: MessageId, values?: Values) => string

/** The function that turns a message key into words in the chosen language. */
export function useText(): Text {
  const intl = useIntl()
  return (id, values) => intl.formatMessage({ id }, values)
}

export const useLocale = (): Locale => (useIntl().locale === 'en' ? 'en' : 'nl')
