import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Job, ResultOf } from './job.js'

const worker = fileURLToPath(new URL('worker.js', import.meta.url))

/** Does a job in a fresh process, so that no run inherits another one's heap or compiled code. */
export async function runInChild<Kind extends Job['kind']>(
  job: Job & { readonly kind: Kind },
): Promise<ResultOf[Kind]> {
  return await new Promise((resolve, reject) => {
    // A million cases need more than the heap that Node takes by default.
    const execArgv = ['--expose-gc', '--max-old-space-size=12000']
    const child = fork(worker, [JSON.stringify(job)], { execArgv })
    child.once('message', (result) => resolve(result as ResultOf[Kind]))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the child process ended with ${code}`)))
  })
}
