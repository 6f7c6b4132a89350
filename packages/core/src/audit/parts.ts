// One module for everything that loads when the log is first audited.
export { prove } from './prove.js'
export { keptCheckpoints, takeCheckpoint } from './take.js'
export { verify } from './verify.js'
