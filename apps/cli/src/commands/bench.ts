import { type Command, EXIT } from '../command.ts'
import { readOptions } from '../read-options.ts'

export const bench: Command = {
  name: 'bench',
  usage: '[part]',
  does: 'runs the README’s benchmarks, each against its peers in the same run, as ratios',
  async run(args) {
    const { positionals } = readOptions(args, {})
    const { bench: run } = await import('@rumoer/workbench/bench')
    await run(positionals[0])
    return EXIT.ok
  },
}
