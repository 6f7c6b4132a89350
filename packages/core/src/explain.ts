/**
 * Why a clock ends when it ends, day by day. An entry of its own, since most parts of a host never need it.
 *
 * @module
 */
export { explainDue, formatExplanation } from './clock/explain.js'
