import { describe, it } from 'vitest'
import { storeLaws } from '../testing/store-laws.js'
import { memoryStore } from './memory.js'

describe('the memory store keeps the contract:', () => {
  for (const law of storeLaws) it(law.name, () => law.run(async () => memoryStore()))
})
