import type { ReputationReport } from '@rumoer/contracts'
import { stringify } from 'csv-stringify/sync'
import { dayAt } from './period.ts'

const LAST_MOMENT_MS = 1

/** A report as CSV as Dutch Excel opens it (`;`, byte order mark), with its period and filters on top; cells that look like formulas are made safe. */
export function reportCsv(report: ReputationReport): string {
  const { period, filters, madeAt, volume, sentiment, themes, areas, channels, days, issues, gaps, sources } = report
  const lastDay = dayAt(new Date(Date.parse(period.to) - LAST_MOMENT_MS))
  const rows: (string | number)[][] = [
    ['deel', 'naam', 'nu', 'periode ervoor'],
    ['periode', `${dayAt(new Date(period.from))} t/m ${lastDay}`, '', ''],
    ...Object.entries(filters).map(([name, value]) => ['filter', name, value, '']),
    ['gemaakt op', madeAt, '', ''],
    ['bronnen', sources.join(', '), '', ''],
    ['dagen zonder berichten', gaps.join(', '), '', ''],
    ['berichten', 'alle', volume.now, volume.before],
    ...(['negative', 'neutral', 'positive'] as const).map((mood) => [
      'sentiment',
      MOOD_NAMES[mood],
      sentiment.now[mood],
      sentiment.before[mood],
    ]),
    ...themes.map((row) => ['thema', row.label, row.now, row.before]),
    ...areas.map((row) => ['gebied', row.label, row.now, row.before]),
    ...channels.map((row) => ['kanaal', row.label, row.now, row.before]),
    ...days.map((row) => ['dag', row.on, row.messages, '']),
    ...issues.map((row) => ['kwestie', row.title, row.messages, '']),
  ]
  return stringify(rows, { delimiter: ';', bom: true, record_delimiter: 'windows', escape_formulas: true })
}

const MOOD_NAMES = { negative: 'negatief', neutral: 'neutraal', positive: 'positief' } as const
