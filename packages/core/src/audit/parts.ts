// One module for everything that loads when the log is first audited.
export { prove } from './proof.js'
export { keptCheckpoints, takeCheckpoint } from './take.js'
export { verify } from './verify.js'
