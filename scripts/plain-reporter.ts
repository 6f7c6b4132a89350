import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node'

/** Closes a run with one plain line: "Tests: 12 passed, 0 failed, 1 skipped". */
export default class PlainReporter implements Reporter {
  onTestRunEnd(
    modules: readonly TestModule[],
    unhandledErrors: readonly unknown[],
    reason: TestRunEndReason,
  ): void {
    const count = { passed: 0, failed: 0, skipped: 0 }
    for (const module of modules) {
      if (module.errors().length > 0) count.failed++
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        count[state === 'pending' ? 'skipped' : state]++
      }
    }
    // An error outside any test, or a run that found no tests, fails the run too.
    count.failed += unhandledErrors.length
    if (reason !== 'passed' && count.failed === 0) count.failed = 1

    // The coverage summary is printed after this hook; the exit of the process is after everything.
    process.once('exit', () => {
      console.log(`\nTests: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`)
    })
  }
}
