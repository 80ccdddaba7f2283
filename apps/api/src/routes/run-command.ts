import { setTimeout as delay } from 'node:timers/promises'
import type { WalkCommandInput } from '@rumoer/store'
import { z } from 'zod'
import { ProblemError } from '../errors.ts'
import type { Services } from '../services.ts'

const POLL_MS = 25
const PATIENCE_MS = 10_000

/** The answer to an edit that the walker has not applied yet. */
export const commandWaiting = z.object({ command: z.int().positive() })
export type CommandWaiting = z.infer<typeof commandWaiting>

/** Asks the owner of the municipality to apply an edit between two batches. Answers null once it has, its number after ten seconds; a refusal is a 409. */
export async function runCommand(services: Services, municipalityId: number, input: WalkCommandInput): Promise<CommandWaiting | null> {
  const { walk } = services.store
  const command = await walk.addCommand(municipalityId, input, services.now())
  services.walker.wake(municipalityId)
  for (const givesUpMs = performance.now() + PATIENCE_MS; performance.now() < givesUpMs; await delay(POLL_MS)) {
    const result = await walk.commandResult(municipalityId, command)
    if (result?.ok) return null
    if (result) throw new ProblemError(409, result.error ?? 'The edit was refused.')
  }
  return { command }
}
