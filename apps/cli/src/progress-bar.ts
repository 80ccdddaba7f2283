import type { Io } from './command.ts'

const EVERY_MS = 200

/** Shows how far a long command is: one line that is written over on a terminal, a line every few seconds elsewhere. */
export function createProgressBar(io: Io, nowMs: () => number): { show(text: string): void; end(): void } {
  let shownMs = Number.NEGATIVE_INFINITY
  let shown = false
  return {
    show(text) {
      if (nowMs() - shownMs < (io.isTerminal ? EVERY_MS : 10 * EVERY_MS)) return
      shownMs = nowMs()
      shown = true
      io.stderr.write(io.isTerminal ? `\r\u001b[2K${text}` : `${text}\n`)
    },
    end() {
      if (shown && io.isTerminal) io.stderr.write('\r\u001b[2K')
    },
  }
}
