import { type Command, EXIT, type Io, tell, UsageError } from './command.ts'
import { COMMANDS } from './commands/index.ts'

/** Finds the command that the first words name, runs it, and answers the exit code. Errors go to stderr, never a stack. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const found = COMMANDS.find(({ name }) => name === args.slice(0, name.split(' ').length).join(' '))
  if (!found) {
    const asked = args.length === 0 || ['help', '--help', '-h'].includes(args[0]!)
    if (asked) io.stdout.write(usage())
    else tell(io, `rumoer: no command ${args.slice(0, 2).join(' ').slice(0, 80)}\n\n${usage()}`)
    return asked && args.length > 0 ? EXIT.ok : EXIT.usage
  }
  const rest = args.slice(found.name.split(' ').length)
  if (rest.includes('--help')) {
    io.stdout.write(`rumoer ${found.name} ${found.usage}\n  ${found.does}\n`)
    return EXIT.ok
  }
  try {
    return await found.run(rest, io)
  } catch (error) {
    return failed(found, error, io)
  }
}

function failed(command: Command, error: unknown, io: Io): number {
  const reason = error instanceof Error ? error.message : String(error)
  tell(io, `rumoer ${command.name}: ${reason}`)
  if (!(error instanceof UsageError)) return EXIT.refused
  tell(io, `usage: rumoer ${command.name} ${command.usage}`)
  return EXIT.usage
}

function usage(): string {
  const lines = COMMANDS.map(({ name, usage: words, does }) => `  ${`${name} ${words}`.trim()}\n      ${does}`)
  return `usage: rumoer <command>\n\n${lines.join('\n')}\n`
}
