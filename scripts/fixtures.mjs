// Proves of the packages as they would be published what they promise to hosts; see fixtures/. They must be built.
import { hostChecks } from '../fixtures/hosts.mjs'
import { packedChecks } from '../fixtures/packed.mjs'
import { typeCostChecks } from '../fixtures/type-cost.mjs'
import { openWorkshop } from '../fixtures/workshop.mjs'

const workshop = openWorkshop()
try {
  const checks = [...packedChecks(workshop), ...hostChecks(workshop), ...typeCostChecks(workshop)]
  await Promise.all(
    checks.map(async ({ title, run }) => {
      try {
        console.log(`${title}: ${await run()}`)
      } catch (error) {
        console.error(`FAILED ${title}: ${error instanceof Error ? error.message : error}`)
        process.exitCode = 1
      }
    }),
  )
} finally {
  workshop.close()
}
