import { isPlatformError } from '../errors.js'
import { mostAttempts } from './engine.js'

/** Does some work on a case as it stands, and does it again where somebody else went on with the case meanwhile. */
export async function again<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const lost = isPlatformError(error) && error.code === 'VERSION_CONFLICT'
      if (!lost || attempt >= mostAttempts) throw error
    }
  }
}
