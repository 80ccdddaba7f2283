import { detectSeries } from '@rumoer/analysis/detect'
import { shownValue } from '@rumoer/walk'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { type Command, EXIT, type Io, tell, UsageError } from '../command.ts'
import { positiveNumber, readOptions } from '../read-options.ts'
import { inputBytes } from '../read-rows.ts'

type Row = { cells: string[]; at: number; count: number; series: string }
/** A longer gap is a mistake in the times or a series that began anew: years of nothing would be learnt. */
const MOST_FILLED = 100_000

/** A record with the line on which it ends. */
type Line = { record: string[]; info: { lines: number } }

/** Marks unusual counts in evenly stepped series, each row judged by what came before it; opens no database. */
export const detect: Command = {
  name: 'detect',
  usage: '[FILE] [--false-alarms-per-year N]',
  does: 'judges counts: CSV time,count[,series] to the same columns plus expected,threshold,score,alarm',
  async run(args, io) {
    const { values, positionals } = readOptions(args, { 'false-alarms-per-year': { type: 'string', default: '12' } })
    const falseAlarmsPerYear = positiveNumber(values['false-alarms-per-year'], 'false-alarms-per-year')
    const { header, rows, refused } = readSeries(await textOf(positionals[0], io), io)
    const bySeries = Map.groupBy(rows, (row) => row.series)
    const judged = new Map<Row, string[]>()
    for (const [series, members] of bySeries) {
      for (const [row, cells] of judge(members, series, falseAlarmsPerYear, io)) judged.set(row, cells)
    }
    io.stdout.write(stringify([[...header, 'expected', 'threshold', 'score', 'alarm']]))
    for (const row of rows) io.stdout.write(stringify([[...row.cells, ...judged.get(row)!]]))
    return refused > 0 ? EXIT.refused : EXIT.ok
  },
}

async function textOf(file: string | undefined, io: Io): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of await inputBytes(file, io)) text += decoder.decode(chunk, { stream: true })
  return text + decoder.decode()
}

function readSeries(text: string, io: Io): { header: string[]; rows: Row[]; refused: number } {
  const [first, ...lines] = parse(text, { bom: true, skip_empty_lines: true, relax_column_count: true, info: true }) as unknown as Line[]
  const header = first?.record
  if (!header || header.length < 2) throw new UsageError('line 1: expected a header with a time and a count column')
  const rows: Row[] = []
  let refused = 0
  for (const { record: cells, info } of lines) {
    const [time = '', count = '', series = ''] = cells
    const at = instantOf(time)
    const number = count.trim() === '' ? Number.NaN : Number(count)
    const wrong = Number.isNaN(at) ? ['a time', time] : Number.isFinite(number) && number >= 0 ? null : ['a count of 0 or more', count]
    if (wrong) {
      tell(io, `line ${info.lines}: ${header[Number.isNaN(at) ? 0 : 1]}: ${shownValue(wrong[1])}; expected ${wrong[0]}`)
      refused += 1
    } else rows.push({ cells, at, count: number, series })
  }
  return { header, rows, refused }
}

/** A time without offset is UTC. */
function instantOf(text: string): number {
  const trimmed = text.trim()
  if (!/^\d{4}-\d{2}-\d{2}/.test(trimmed)) return Number.NaN
  const hasOffset = /(Z|[+-]\d{2}:?\d{2})$/.test(trimmed.slice(10))
  const iso = trimmed.replace(' ', 'T')
  return Date.parse(hasOffset || iso.length === 10 ? iso : `${iso}Z`)
}

/** Fills missing steps with zero counts (and says so), judges the whole series, and gives the rows that were there. */
function judge(members: Row[], series: string, falseAlarmsPerYear: number, io: Io): [Row, string[]][] {
  const name = series === '' ? '' : ` of ${shownValue(series)}`
  const sorted = [...members].sort((a, b) => a.at - b.at)
  const stepMs = commonStep(sorted.map((row) => row.at))
  const slots: { at: number; count: number }[] = []
  const slotOf = new Map<Row, number>()
  for (const row of sorted) {
    const gapSteps = slots.length > 0 ? Math.round((row.at - slots.at(-1)!.at) / stepMs) - 1 : 0
    if (gapSteps > MOST_FILLED) tell(io, `a gap of ${gapSteps} steps${name} before ${new Date(row.at).toISOString()} was left open`)
    else for (let step = 0; step < gapSteps; step++) slots.push({ at: slots.at(-1)!.at + stepMs, count: 0 })
    slotOf.set(row, slots.push({ at: row.at, count: row.count }) - 1)
  }
  const missing = slots.length - sorted.length
  if (missing > 0) tell(io, `${missing} missing steps${name} were filled with 0`)
  const judged = detectSeries(slots, { falseAlarmsPerYear, stepMs })
  return sorted.map((row) => {
    const { expected, threshold, score, alarm } = judged[slotOf.get(row)!]!
    return [row, [rounded(expected), rounded(threshold), rounded(score), alarm ? '1' : '0']]
  })
}

const rounded = (value: number) => String(Number(value.toFixed(6)))

/** The step that occurs most between neighbours; an hour when there is only one row. */
function commonStep(times: readonly number[]): number {
  const counts = new Map<number, number>()
  for (let at = 1; at < times.length; at++) {
    const step = times[at]! - times[at - 1]!
    if (step > 0) counts.set(step, (counts.get(step) ?? 0) + 1)
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return best?.[0] ?? 3_600_000
}
