import { simulate as simulateTown } from '@rumoer/simulator'
import { answer, type Command, EXIT } from '../command.ts'
import { instantOption, positiveNumber, readOptions } from '../read-options.ts'

/** Writes the messages of a fictional town, with or without what is known to be true of them; opens no database. */
export const simulate: Command = {
  name: 'simulate',
  usage: '[--seed 1] [--days 1] [--rate 1] [--from T] [--truth]',
  does: 'writes messages of the fictional municipality as NDJSON; with --truth the issue, subject and mood of each',
  async run(args, io) {
    const { values } = readOptions(args, {
      seed: { type: 'string', default: '1' },
      days: { type: 'string', default: '1' },
      rate: { type: 'string', default: '1' },
      from: { type: 'string', default: '2026-03-02T00:00:00+01:00' },
      truth: { type: 'boolean', default: false },
    })
    const messages = simulateTown({
      seed: positiveNumber(values.seed, 'seed'),
      days: positiveNumber(values.days, 'days'),
      rate: positiveNumber(values.rate, 'rate'),
      startAt: instantOption(values.from, 'from')!,
    })
    for (const { raw, source, truth } of messages) answer(io, values.truth ? { message: raw, source, truth } : raw)
    return EXIT.ok
  },
}
