import { useNow } from '../lib/clock.tsx'
import { ageOf, clockTime } from '../lib/dates.ts'
import { useText } from '../lib/text.ts'

/** How long ago in words, with the moment itself for who asks. */
export function AgeText({ at, stepMs = 15_000 }: { at: string; stepMs?: number }) {
  const text = useText()
  const age = ageOf(at, useNow(stepMs))
  return (
    <time dateTime={at} title={clockTime(at)}>
      {age.unit === 'second' ? text('age.now') : text(`age.${age.unit}`, { count: age.count })}
    </time>
  )
}
