import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { UsageError } from './command.ts'

/** Parses a command's arguments; anything unknown is a `UsageError`. */
export function readOptions<const Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** The one positional argument, or a `UsageError` that names it. */
export function onlyArgument(positionals: readonly string[], name: string): string {
  const [first, ...rest] = positionals
  if (first === undefined || rest.length > 0) throw new UsageError(`expected exactly one ${name}, found ${positionals.length}`)
  return first
}

/** A required option's value, or a `UsageError` that names it. */
export function required(value: string | undefined, name: string): string {
  if (value === undefined || value === '') throw new UsageError(`expected --${name}`)
  return value
}

/** A number above zero, or a `UsageError`. */
export function positiveNumber(value: string, name: string): number {
  const number = Number(value)
  if (!Number.isFinite(number) || number <= 0) throw new UsageError(`--${name}: ${value.slice(0, 80)}; expected a number above 0`)
  return number
}

/** An instant (RFC 3339) or a day, or a `UsageError`. */
export function instantOption(value: string | undefined, name: string): Date | undefined {
  if (value === undefined) return undefined
  const instant = new Date(value)
  if (Number.isNaN(instant.getTime()))
    throw new UsageError(`--${name}: ${value.slice(0, 80)}; expected an instant such as 2026-11-24T14:00:00Z`)
  return instant
}
