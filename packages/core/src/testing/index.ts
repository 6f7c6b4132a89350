/**
 * Tools for testing kinds of cases, plugins and stores. No test runner is imported: they work under any.
 *
 * @module
 */
export type { Scenario, ScenarioGiven, ScenarioOptions, ScenarioResult } from './scenario.js'
export { scenario } from './scenario.js'
export type { StoreLaw } from './store-laws.js'
export { storeLaws } from './store-laws.js'
export { testKeys } from './test-keys.js'
export type { TestClock, TestPlatform } from './test-platform.js'
export { countedRandom, testClock, testPlatform } from './test-platform.js'
