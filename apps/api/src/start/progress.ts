/** Tells on stderr how the start goes: one line a step, and a percentage that grows in place on a terminal. */
export type Progress = {
  step(text: string): void
  share(text: string, done: number, total: number): void
  end(): void
}

const STEP_PERCENT = 20

export function createProgress(output: NodeJS.WriteStream): Progress {
  let openLine = false
  let toldPercent = -1
  const end = () => {
    if (openLine) output.write('\n')
    openLine = false
  }
  return {
    step(text) {
      end()
      toldPercent = -1
      output.write(`${text}\n`)
    },
    share(text, done, total) {
      const percent = total === 0 ? 100 : Math.floor((100 * done) / total)
      if (percent === toldPercent || (!output.isTTY && percent < 100 && percent - toldPercent < STEP_PERCENT)) return
      toldPercent = percent
      output.write(output.isTTY ? `\r${text} ${percent}%` : `${text} ${percent}%\n`)
      openLine = output.isTTY
    },
    end,
  }
}
