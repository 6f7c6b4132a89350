import { createPrivateKey, createSign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { admin, officer, refusal, town } from '../case/town.fixture.js'
import { createPlatform } from '../platform.js'
import type { Checkpoint } from './checkpoint.js'
import { auditedTown, testKeys } from './forged.fixture.js'
import { lastKept } from './kept.js'
import { ecdsaSigner, verifyCheckpoint } from './signer.js'

const auditor = officer('zhou', 'city', 'auditor')

describe('a checkpoint', () => {
  it('covers the log, names the one before it and is kept', async () => {
    const { platform, store, published, keys } = await auditedTown()
    const [first, second, third] = published
    expect([first?.number, second?.number, third?.number]).toEqual([1, 2, 3])
    expect(first?.previous).toBeNull()
    expect(third?.count).toBe((await store.readAll(0, 1000)).length)
    expect(third?.position).toBe(await store.head())
    expect(await platform.audit.checkpoints(auditor)).toEqual(published)
    expect(await platform.audit.verify({ keys }, auditor)).toMatchObject({
      ok: true,
      complete: true,
      checkpoints: 3,
      signaturesChecked: true,
      findings: [],
    })
  })

  it('is returned again where nothing has happened since', async () => {
    const { platform, published } = await auditedTown()
    expect(await platform.audit.checkpoint(auditor)).toEqual(published[2])
    expect(await platform.audit.checkpoints(auditor)).toHaveLength(3)
  })

  it('is proved with nothing but the public key', async () => {
    const { published, keys } = await auditedTown()
    const checkpoint = JSON.parse(JSON.stringify(published[1])) as Checkpoint
    expect(await verifyCheckpoint(checkpoint, keys.test)).toBe(true)
    expect(await verifyCheckpoint(checkpoint, (await testKeys()).publicKey)).toBe(false)
    const changes: Partial<Checkpoint>[] = [
      { count: checkpoint.count + 1 },
      { at: '2020-01-01T00:00:00.000Z' },
      { position: 1 },
      { root: published[0]?.root as string },
      { peaks: published[0]?.peaks as string[] },
      { signature: 'AAAA' },
      { signature: '!' },
      { signer: 'other' },
    ]
    for (const change of changes)
      expect(await verifyCheckpoint({ ...checkpoint, ...change }, keys.test)).toBe(false)
    expect(await verifyCheckpoint(null as never, keys.test)).toBe(false)
    expect((await refusal(verifyCheckpoint(checkpoint, {}))).code).toBe('OPTIONS_INVALID')
    expect((await refusal(verifyCheckpoint(checkpoint, { ...keys.test, x: 'AAAA' }))).code).toBe(
      'OPTIONS_INVALID',
    )
  })

  it('does not fork where several processes take one at once', async () => {
    const { store, apply, platform } = await town()
    const { signer, publicKey } = await testKeys()
    const others = [1, 2, 3].map(() => createPlatform({ store, plugins: [], signer }))
    await Promise.all(
      others.map(async ({ audit }, index) => {
        await apply(`shed ${index}`)
        return await audit.checkpoint(admin)
      }),
    )
    await apply('last')
    await others[0]?.audit.checkpoint(admin)
    const kept = await platform.audit.checkpoints(admin)
    expect(kept.map(({ number }) => number)).toEqual(kept.map((_, index) => index + 1))
    expect(await platform.audit.verify({ keys: { test: publicKey } }, admin)).toMatchObject({
      ok: true,
      checkpoints: kept.length,
    })
  })

  it('is only for the system and for auditors', async () => {
    const { platform, published } = await auditedTown()
    const head = officer('li', 'city', 'head')
    for (const work of [
      platform.audit.checkpoint(head),
      platform.audit.checkpoints(head),
      platform.audit.verify({}, head),
      platform.audit.proof(1, head),
    ]) {
      expect((await refusal(work)).code).toBe('COMMAND_NOT_ALLOWED')
    }
    expect(published).toHaveLength(3)
  })

  it('needs a signer, and a signature that is one', async () => {
    const { platform } = await town()
    expect((await refusal(platform.audit.checkpoint(admin))).code).toBe('SIGNER_MISSING')
    for (const signer of [
      { name: '', sign: async () => new Uint8Array(64) },
      { name: 'short', sign: async () => new Uint8Array(12) },
      { name: 'none' },
    ]) {
      const made = await town({ signer: signer as never })
      expect((await refusal(made.platform.audit.checkpoint(admin))).code).toBe('OPTIONS_INVALID')
    }
    expect(() => ecdsaSigner({ name: 'public', privateKey: {} })).toThrow('private part')
  })

  it('takes the signatures of key services, which come as DER', async () => {
    const { privateKey, publicKey } = await testKeys()
    const key = createPrivateKey({ key: privateKey as never, format: 'jwk' })
    const signer = {
      name: 'service',
      sign: async (bytes: Uint8Array) => createSign('sha256').update(bytes).sign(key),
    }
    // Integers of DER have no fixed length: several, so that short ones are among them.
    for (let time = 0; time < 20; time++) {
      const { platform } = await town({ signer })
      expect(await verifyCheckpoint(await platform.audit.checkpoint(admin), publicKey)).toBe(true)
    }
  })

  it('is the last one, also where others before it are missing', async () => {
    const { store } = await town()
    for (const number of [3, 4, 9, 700, 701, 1300]) {
      await store.writeCell(`audit/checkpoint/${String(number).padStart(16, '0')}`, number, 0)
      expect((await lastKept(store))?.value).toBe(number)
    }
    await store.writeCell('audit/checkpoint/zzz', 'strange', 0)
    expect((await lastKept(store))?.value).toBe(1300)
  })
})
