import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const SECRET_BYTES = 32

/**
 * The installation's secret: the configured one (base64 or hex, at least 32 bytes), else the key file in the data folder, which is made when it is not there.
 * Losing it loses the sealed originals and the link between old and new revisions of a message, so it belongs in the back-up.
 */
export async function openSecret(options: { configured?: string; dataDir: string }): Promise<{ secret: Buffer; made: boolean }> {
  if (options.configured !== undefined) {
    const hex = /^([0-9a-f]{2})+$/i.test(options.configured)
    const secret = Buffer.from(options.configured, hex ? 'hex' : 'base64')
    if (secret.length < SECRET_BYTES)
      throw new Error(`SECRET_KEY: ${secret.length} bytes, expected at least ${SECRET_BYTES} as base64 or hex`)
    return { secret, made: false }
  }
  const path = join(options.dataDir, 'secret.key')
  await mkdir(options.dataDir, { recursive: true, mode: 0o700 })
  try {
    await writeFile(path, `${randomBytes(SECRET_BYTES).toString('base64')}\n`, { flag: 'wx', mode: 0o600 })
    return { secret: Buffer.from(await readFile(path, 'utf8'), 'base64'), made: true }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return { secret: Buffer.from(await readFile(path, 'utf8'), 'base64'), made: false }
  }
}
