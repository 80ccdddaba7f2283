import { useEffect, useState } from 'react'
import type { Locale } from '../lib/dates.ts'
import { type MessageKey, nl } from './messages/nl.ts'

type Words = { locale: Locale; messages: Record<MessageKey, string> }
const DUTCH: Words = { locale: 'nl', messages: nl }

/** The words of the chosen language; Dutch is always at hand, English is fetched when somebody asks for it. */
export function useWords(language: Locale): Words {
  const [english, setEnglish] = useState<Words | null>(null)
  useEffect(() => {
    if (language === 'en') void import('./messages/en.ts').then(({ en }) => setEnglish({ locale: 'en', messages: en }))
  }, [language])
  return language === 'en' && english ? english : DUTCH
}
