import type { Issue, Level } from '@rumoer/contracts'

type Spoken = { voices: number; words: readonly string[] }
/** What is counted of one issue at a moment. Instants in milliseconds since 1970, windows trail back from now. */
export type Activity = {
  issueId: string
  title: string
  level: Level
  levelSince: number
  status: Issue['status']
  areaCode: string | null
  category: string
  heat: number
  why: string | null
  /** Oldest first, the last ends now. */
  messagesPerHour: readonly number[]
  windows: readonly { hours: number; messages: number; voices: number; channels: number; negative: number }[]
  messages: number
  voices: number
  channels: number
  openMeldingen: number
  lastAt: number
  /** Share of recent messages with danger words or the urgent facet, 0 to 1; left out where nobody counts it. */
  urgentShare?: number
  /** Independent voices with words of danger, and with words of rumour, in windows that end now; left out where nobody counts them. */
  wording?: readonly { hours: number; danger: Spoken; rumour: Spoken }[]
}
