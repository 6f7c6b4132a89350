import { runBurst } from './burst.js'
import type { Job } from './job.js'
import { runLifeCycle } from './run-life-cycle.js'

const job = JSON.parse(process.argv[2] ?? '') as Job
const result = job.kind === 'burst' ? await runBurst(job.rounds) : await runLifeCycle(job.contender, job.size)
if (process.send === undefined) console.log(JSON.stringify(result, null, 2))
else process.send(result)
