/** What one run of vitest came to. `skipped` names each file with the number of its tests that did not run. */
export type Results = { passed: number; failed: number; skipped: readonly { file: string; tests: number }[] }

type Report = { testResults: readonly { name: string; status: string; assertionResults: readonly { status: string }[] }[] }

/**
 * Counts vitest's JSON report. A file that fails without a failing test (it could not be loaded, or its set-up broke) counts as one failed;
 * so does a run that ended with an error although every test passed, and a run that left no report (`null`).
 *
 * @param report the parsed report, null when there is none
 * @param exitCode how vitest ended
 */
export function countResults(report: Report | null, exitCode: number): Results {
  if (report === null) return { passed: 0, failed: 1, skipped: [] }
  let passed = 0
  let failed = 0
  const skipped: { file: string; tests: number }[] = []
  for (const { name, status, assertionResults } of report.testResults) {
    const count = (...wanted: string[]) => assertionResults.filter((one) => wanted.includes(one.status)).length
    passed += count('passed')
    failed += count('failed') || (status === 'failed' ? 1 : 0)
    const left = count('skipped', 'pending', 'todo', 'disabled')
    if (left > 0) skipped.push({ file: name, tests: left })
  }
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed, skipped }
}
