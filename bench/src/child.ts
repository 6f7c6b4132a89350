import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Job, ResultOf } from './job.js'

const workerOf = (folder: '' | 'plain/') => fileURLToPath(new URL(`${folder}worker.js`, import.meta.url))

/** Does a job in a fresh process, so that no run inherits another one's heap or compiled code. */
export async function runInChild<Kind extends Job['kind']>(
  job: Job & { readonly kind: Kind },
): Promise<ResultOf[Kind]> {
  return await new Promise((resolve, reject) => {
    // A million cases need more than the heap that Node takes by default.
    const execArgv = ['--expose-gc', '--max-old-space-size=12000']
    const isPlain = (job as Job).kind === 'life-cycle' && 'contender' in job && job.contender === 'plain'
    const child = fork(workerOf(isPlain ? 'plain/' : ''), [JSON.stringify(job)], { execArgv })
    child.once('message', (result) => resolve(result as ResultOf[Kind]))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the child process ended with ${code}`)))
  })
}
