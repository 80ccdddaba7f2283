import { describe } from 'vitest'
import { CHROMIUM } from './open-page.ts'

/** A group of stories that need a browser. Without Chromium, or with another reason not to run, it says so loudly. */
export function describeInBrowser(name: string, stories: () => void, notBecause: string | null = null): void {
  const reason = CHROMIUM === null ? 'there is no Chromium on this machine (set CHROMIUM_PATH)' : notBecause
  if (reason !== null) process.stderr.write(`\n!!! SKIPPED, NOT TESTED: ${name}: ${reason}\n\n`)
  describe.skipIf(reason !== null)(name, stories)
}
