import { runAudit } from './audit.js'
import { runBurst } from './burst.js'
import { runDuplicates } from './duplicates.js'
import type { Job, ResultOf } from './job.js'
import { runFill } from './postgres/year/fill.js'
import { runLifeCycle } from './run-life-cycle.js'
import { runSqlite } from './sqlite.js'

const job = JSON.parse(process.argv[2] ?? '') as Job
const result = await run(job)
if (process.send === undefined) console.log(JSON.stringify(result, null, 2))
else process.send(result)

function run(one: Job): Promise<ResultOf[Job['kind']]> {
  switch (one.kind) {
    case 'audit':
      return runAudit(one.size, one.rounds)
    case 'burst':
      return runBurst(one.rounds)
    case 'duplicates':
      return runDuplicates(one.size, one.questions)
    case 'fill':
      return runFill(one)
    case 'life-cycle':
      return runLifeCycle(one.contender, one.size)
    case 'sqlite':
      return runSqlite(one.blocks)
  }
}
