import { LONGEST_BACKTEST_DAYS, type RuleVersion, ruleDefinition, scopedTest } from '@rumoer/contracts'
import type { Store } from '@rumoer/store'
import { backTest } from '@rumoer/walk'
import { answer, type Command, EXIT, UsageError } from '../command.ts'
import { instantOption, positiveNumber, readOptions } from '../read-options.ts'
import { inputBytes } from '../read-rows.ts'
import { municipalityOf, withStore } from '../with-store.ts'

const DAY_MS = 86_400_000
const DEFAULT_DAYS = 28
const LEAST_STEP_MINUTES = 5

export const ruleList: Command = {
  name: 'rule list',
  usage: '[--municipality GM0106]',
  does: 'prints the rules of alerting, one JSON line each',
  async run(args, io) {
    const { values } = readOptions(args, { municipality: { type: 'string' } })
    await withStore(async (store) => {
      const municipality = await municipalityOf(store, values.municipality)
      for (const { definition, ...rule } of await store.rules.list(municipality.id)) answer(io, { ...rule, ...definition })
    })
    return EXIT.ok
  },
}

export const ruleBacktest: Command = {
  name: 'rule backtest',
  usage: '[FILE | --rule ID] [--from T] [--to T] [--step-minutes N] [--municipality GM0106]',
  does: 'plays a rule (a JSON definition, or a stored one) over stored history and prints the alerts that it would have given, as JSON',
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      rule: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      'step-minutes': { type: 'string', default: '15' },
      municipality: { type: 'string' },
    })
    const to = instantOption(values.to, 'to') ?? new Date()
    const from = instantOption(values.from, 'from') ?? new Date(to.getTime() - DEFAULT_DAYS * DAY_MS)
    if (from >= to || to.getTime() - from.getTime() > LONGEST_BACKTEST_DAYS * DAY_MS) {
      throw new UsageError(`--from: expected an instant before --to, by at most ${LONGEST_BACKTEST_DAYS} days`)
    }
    const stepMinutes = Math.max(LEAST_STEP_MINUTES, Math.round(positiveNumber(values['step-minutes'], 'step-minutes')))
    const given = values.rule === undefined ? await definitionOf(await inputBytes(positionals[0], io)) : null
    await withStore(async (store) => {
      const { id } = await municipalityOf(store, values.municipality)
      const rule = given ?? (await storedRule(store, id, values.rule!))
      const result = await backTest({ store, municipalityId: id, rule, from, to, stepMinutes })
      if (given === null) await store.rules.noteBacktest(id, rule.id, rule.version, result, new Date())
      answer(io, result)
    })
    return EXIT.ok
  },
}

async function storedRule(store: Store, municipalityId: number, id: string): Promise<RuleVersion> {
  const found = (await store.rules.list(municipalityId)).find((rule) => rule.id === id)
  if (!found) throw new UsageError(`--rule: ${id.slice(0, 80)}; expected the id of a rule here (see \`rule list\`)`)
  return found
}

async function definitionOf(bytes: AsyncIterable<Uint8Array>): Promise<RuleVersion> {
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  const read = ruleDefinition.safeParse(parseJson(Buffer.concat(chunks).toString('utf8')))
  if (!read.success) {
    throw new UsageError(read.error.issues.map((issue) => `${issue.path.join('.') || 'rule'}: ${issue.message}`).join('; '))
  }
  return { id: '', version: 1, definition: { ...read.data, when: scopedTest(read.data.when) } }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError('rule: expected a JSON object')
  }
}
