import type { Timeline, TimelineEntry } from '@rumoer/contracts'
import { useMemo } from 'react'
import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { clockTime, dayOf, type Locale, momentText, shortDate } from '../lib/dates.ts'
import { AXIS, condense, GRID, TOOLTIP } from './chart-theme.ts'

const MOST_POINTS = 300
type Props = {
  timeline: Timeline
  locale: Locale
  now: number
  words: { messages: string; normal: string }
  flags: readonly TimelineEntry[]
}

/** Messages per hour over the shaded normal band, with a line at each moment worth knowing. */
export default function TimelineChart({ timeline, locale, now, words, flags }: Props) {
  const data = useMemo(
    () =>
      condense(timeline.hours, MOST_POINTS).map((hour) => ({
        at: Date.parse(hour.at),
        messages: hour.messages,
        band: [0, hour.upper] as const,
      })),
    [timeline.hours],
  )
  const first = data[0]?.at ?? 0
  const last = data.at(-1)?.at ?? 0
  const isDays = last - first > 36 * 3_600_000
  const label = (at: number) => (isDays ? shortDate(at, locale) : clockTime(at))
  return (
    <ResponsiveContainer width="100%" height={190}>
      <ComposedChart data={data} margin={{ top: 18, right: 8, bottom: 0, left: -22 }}>
        <CartesianGrid {...GRID} />
        <XAxis dataKey="at" type="number" domain={[first, last]} ticks={ticksOf(first, last, isDays)} tickFormatter={label} {...AXIS} />
        <YAxis allowDecimals={false} {...AXIS} axisLine={false} />
        <Tooltip
          {...TOOLTIP}
          labelFormatter={(at) => momentText(Number(at), now, locale)}
          formatter={(value, name) => (name === 'band' ? [`≤ ${bandTop(value, locale)}`, words.normal] : [String(value), words.messages])}
        />
        <Area dataKey="band" type="step" fill="var(--band)" stroke="none" isAnimationActive={false} activeDot={false} />
        <Line dataKey="messages" type="monotone" stroke="var(--ink)" strokeWidth={2.25} dot={false} isAnimationActive={false} />
        {flags.map((entry) => (
          <ReferenceLine
            key={`${entry.at}${entry.type}`}
            x={Math.min(last, Math.max(first, Date.parse(entry.at)))}
            stroke="var(--accent)"
            strokeDasharray="2 3"
          />
        ))}
      </ComposedChart>
    </ResponsiveContainer>
  )
}

function bandTop(value: unknown, locale: Locale): string {
  const top = Array.isArray(value) ? Number(value[1]) : Number(value)
  return new Intl.NumberFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', { maximumFractionDigits: 1 }).format(top)
}

/** Midnights for a span of days, else every so many hours: at most eight marks. */
function ticksOf(first: number, last: number, isDays: boolean): number[] {
  const hour = 3_600_000
  const ticks: number[] = []
  for (let at = Math.ceil(first / hour) * hour; at <= last; at += hour) {
    const isNewDay = dayOf(at) !== dayOf(at - hour)
    if (isDays ? isNewDay : true) ticks.push(at)
  }
  const every = Math.ceil(ticks.length / 8)
  return ticks.filter((_, index) => index % every === 0)
}
