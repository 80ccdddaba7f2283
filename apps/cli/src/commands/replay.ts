import { basename } from 'node:path'
import { replayFile, SILENT_LOG } from '@rumoer/walk'
import { answer, type Command, EXIT, tell } from '../command.ts'
import { createProgressBar } from '../progress-bar.ts'
import { instantOption, onlyArgument, positiveNumber, readOptions } from '../read-options.ts'
import { municipalityOf, secretOf, withStore } from '../with-store.ts'

export const replay: Command = {
  name: 'replay',
  usage: 'FILE [--from T] [--to T] [--speed N] [--municipality GM0106]',
  does: 'plays a file on its own clock into a copy of the municipality, to be watched on wall and desk',
  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      from: { type: 'string' },
      to: { type: 'string' },
      speed: { type: 'string', default: '60' },
      municipality: { type: 'string' },
    })
    const path = onlyArgument(positionals, 'FILE')
    const from = instantOption(values.from, 'from')
    const to = instantOption(values.to, 'to')
    const speed = positiveNumber(values.speed, 'speed')
    return withStore(async (store, config) => {
      const municipality = await municipalityOf(store, values.municipality)
      const bar = createProgressBar(io, () => Date.now())
      let told = false
      const played = await replayFile({
        store,
        secret: await secretOf(config),
        municipalityId: municipality.id,
        path,
        label: basename(path),
        speed,
        log: SILENT_LOG,
        signal: io.signal,
        realNowMs: () => performance.now(),
        ...(from ? { from } : {}),
        ...(to ? { to } : {}),
        onProgress: (progress) => {
          if (!told) tell(io, `Watch it at ${config.publicUrl}/?replay=${progress.replayId}`)
          told = true
          bar.show(`${progress.nowAt.toISOString()}  ${progress.played} played, ${progress.closed} closed, of ${progress.total}`)
        },
      })
      bar.end()
      answer(io, { replay: played.replayId, played: played.played, closed: played.closed, refused: played.refused })
      return played.refused > 0 ? EXIT.refused : EXIT.ok
    })
  },
}
