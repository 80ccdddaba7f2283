import { spawn } from 'node:child_process'

/** Runs a program with its output shown as it comes; answers its exit code, 1 when it could not start or was killed. */
export function runCommand(program: string, args: readonly string[], cwd: string): Promise<number> {
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] })
  return new Promise((done) => {
    child.once('error', (error) => {
      console.error(error.message)
      done(1)
    })
    child.once('exit', (code) => done(code ?? 1))
  })
}
