import { Bar, BarChart, CartesianGrid, LabelList, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { type Locale, noonOf, shortDate } from '../lib/dates.ts'
import { AXIS, GRID, TOOLTIP } from './chart-theme.ts'

type Day = { on: string; messages: number; negative: number }
type Props = { days: readonly Day[]; locale: Locale; words: { negative: string; other: string } }

const legendText = (value: string) => <span style={{ color: 'var(--ink)' }}>{value}</span>

/** Messages per day, the negative part in its own colour, total above each bar while there is room. */
export default function DaysChart({ days, locale, words }: Props) {
  const data = days.map((day) => ({ on: day.on, negative: day.negative, other: day.messages - day.negative, messages: day.messages }))
  const isWeek = data.length <= 10
  const label = (on: string) => (isWeek ? shortDate(noonOf(on), locale) : String(Number(on.slice(8))))
  return (
    <ResponsiveContainer width="100%" height={220}>
      <BarChart data={data} margin={{ top: 20, right: 4, bottom: 0, left: -18 }} barCategoryGap={isWeek ? '28%' : '18%'}>
        <CartesianGrid {...GRID} />
        <XAxis dataKey="on" tickFormatter={label} interval={isWeek ? 0 : 'preserveStartEnd'} {...AXIS} />
        <YAxis allowDecimals={false} {...AXIS} axisLine={false} />
        <Legend
          verticalAlign="top"
          align="left"
          height={30}
          iconType="square"
          iconSize={10}
          formatter={legendText}
          wrapperStyle={{ left: 0, fontSize: 13 }}
        />
        <Tooltip {...TOOLTIP} cursor={{ fill: 'var(--band)' }} labelFormatter={(on) => shortDate(noonOf(String(on)), locale)} />
        <Bar dataKey="negative" name={words.negative} stackId="day" fill="var(--negative)" isAnimationActive={false} />
        <Bar dataKey="other" name={words.other} stackId="day" fill="var(--map-2)" isAnimationActive={false}>
          {isWeek && <LabelList dataKey="messages" position="top" style={{ fill: 'var(--ink)', fontSize: 12 }} />}
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  )
}
