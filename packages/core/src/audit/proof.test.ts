import { expect, it } from 'vitest'
import { admin } from '../case/town.fixture.js'
import { auditedTown } from './forged.fixture.js'
import { type InclusionProof, verifyProof } from './proof.js'
import { verifyCheckpoint } from './signer.js'

it('every event is proved to be in the log, with nothing but the checkpoint', async () => {
  const { platform, store, keys, published } = await auditedTown()
  for (const event of await store.readAll(0, 1000)) {
    const proof = await platform.audit.proof(event.position, admin)
    const copy = JSON.parse(JSON.stringify(proof)) as InclusionProof
    expect(copy.event).toEqual(event)
    expect(copy.checkpoint).toEqual(published.find(({ position }) => position >= event.position))
    expect(await verifyProof(copy)).toBe(true)
    expect(await verifyCheckpoint(copy.checkpoint, keys.test)).toBe(true)
  }
})

it('a proof that was changed proves nothing', async () => {
  const { platform, published } = await auditedTown()
  const proof = (await platform.audit.proof(5, admin)) as InclusionProof
  const other = (await platform.audit.proof(6, admin)) as InclusionProof
  for (const change of [
    { event: { ...proof.event, at: '2020-01-01T00:00:00.000Z' } },
    { event: other.event, previous: other.previous },
    { previous: 'other' },
    { path: other.path },
    { path: [] },
    { checkpoint: published[0] },
    { checkpoint: null },
    { path: undefined },
    { event: undefined },
  ]) {
    expect(await verifyProof({ ...proof, ...change } as InclusionProof)).toBe(false)
  }
  expect(await verifyProof(null as never)).toBe(false)
})

it('there is none of an event that is not there or not yet in a checkpoint', async () => {
  const { platform, store, apply } = await auditedTown()
  await apply('new')
  expect(await platform.audit.proof(await store.head(), admin)).toBeUndefined()
  for (const position of [0, -1, 0.5, 1000, Number.NaN, 'x' as never])
    expect(await platform.audit.proof(position, admin)).toBeUndefined()
})
