import type { Readable, Writable } from 'node:stream'

/** The process as a command sees it: nothing else of the outside world is touched. */
export type Io = { stdin: Readable; stdout: Writable; stderr: Writable; signal: AbortSignal; isTerminal: boolean }

/** Exit codes: all well, some input refused, wrong usage. */
export const EXIT = { ok: 0, refused: 1, usage: 2 } as const

export type Command = {
  /** Words after `rumoer`, such as `areas import`. */
  name: string
  /** Arguments and options, one line. */
  usage: string
  /** What it does, one line. */
  does: string
  run(args: readonly string[], io: Io): Promise<number>
}

/** The caller asked for something that does not exist; ends with exit code 2 and the command's usage. */
export class UsageError extends Error {}

/** A line for people, on stderr. */
export const tell = (io: Io, text: string) => io.stderr.write(`${text}\n`)

/** A result for scripts, on stdout, as one line of JSON. */
export const answer = (io: Io, value: unknown) => io.stdout.write(`${JSON.stringify(value)}\n`)
