import { admin, town } from '../case/town.fixture.js'
import { chainHash, type Digest } from '../event/chain.js'
import { loadDigest } from '../event/digest.js'
import type { RecordedEvent } from '../event/event.js'
import { createPlatform } from '../platform.js'
import type { Cell, Store } from '../store/port.js'
import type { AuditReport, VerifyOptions } from './audit.js'
import type { Checkpoint } from './checkpoint.js'
import type { EcPublicKey } from './keys.js'
import { ecdsaSigner } from './signer.js'

/** A log of a platform, copied into plain arrays that a test may change as somebody with power over the database can. */
export interface Forged {
  events: RecordedEvent[]
  readonly cells: Map<string, Cell>
  /** Of all checkpoints, as they were published. */
  readonly published: readonly Checkpoint[]
  readonly keys: Readonly<Record<string, EcPublicKey>>
  readonly store: Store
  readonly digest: Digest
  verify(options?: VerifyOptions): Promise<AuditReport>
  /** Replaces the event at an index of the log. */
  change(index: number, change: Partial<RecordedEvent>): void
  /** Gives all events of a stream the hashes and versions that they would have had. */
  rechain(stream: string): void
}

export async function testKeys() {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ])
  const privateKey = await crypto.subtle.exportKey('jwk', pair.privateKey)
  const publicKey = await crypto.subtle.exportKey('jwk', pair.publicKey)
  return { signer: ecdsaSigner({ name: 'test', privateKey }), publicKey, privateKey }
}

/** A town with eight cases whose events stand in turn, and three checkpoints on the way: one after the organisation, one in the middle, one at the end. */
export async function auditedTown() {
  const { signer, publicKey } = await testKeys()
  const made = await town({ signer })
  const { platform, permit, apply } = made
  const published: Checkpoint[] = [await platform.audit.checkpoint(admin)]
  const ids: string[] = []
  for (const subject of ['barn', 'shed', 'wall', 'gate', 'roof', 'pond', 'well', 'yard'])
    ids.push((await apply(subject)).id)
  for (const id of ids) await permit.note(id, { text: 'seen' }, admin)
  published.push(await platform.audit.checkpoint(admin))
  for (const id of ids) await permit.handle(id, { handler: 'hu' }, admin)
  for (const id of ids) await permit.note(id, { text: 'seen again' }, admin)
  published.push(await platform.audit.checkpoint(admin))
  return { ...made, ids, published, keys: { test: publicKey } }
}

/** The town's log in the hands of a forger. */
export async function forgedTown(): Promise<Forged & { readonly ids: readonly string[] }> {
  const { store, published, keys, ids } = await auditedTown()
  return Object.assign(await forge(store, published, keys), { ids })
}

export async function forge(
  real: Store,
  published: readonly Checkpoint[],
  keys: Readonly<Record<string, EcPublicKey>>,
): Promise<Forged> {
  const digest = await loadDigest()
  const cells = new Map<string, Cell>()
  for (const { name, ...cell } of await real.listCells('', '', 1000)) cells.set(name, cell)
  const forged = { events: [...(await real.readAll(0, 100_000))], cells, published, keys, digest }
  const store = storeOf(forged)
  return Object.assign(forged, {
    store,
    verify: (options: VerifyOptions = {}) =>
      createPlatform({ store, plugins: [] }).audit.verify({ keys, batch: 7, ...options }, admin),
    change(index: number, change: Partial<RecordedEvent>) {
      forged.events[index] = { ...(forged.events[index] as RecordedEvent), ...change }
    },
    rechain(stream: string) {
      let end = { version: 0, hash: '' }
      forged.events = forged.events.map((event) => {
        if (event.stream !== stream) return event
        const version = end.version + 1
        end = { version, hash: chainHash(digest, end.hash, { ...event, version }) }
        return { ...event, ...end }
      })
    },
  })
}

function storeOf(forged: { events: RecordedEvent[]; cells: Map<string, Cell> }): Store {
  const sorted = () => [...forged.events].sort((a, b) => a.position - b.position)
  const unused = async (): Promise<never> => {
    throw new Error('a forged store is only read')
  }
  return {
    prepare: async () => [],
    swap: unused,
    find: unused,
    commit: unused,
    recall: unused,
    watch: () => () => {},
    read: async (stream, after = 0) =>
      sorted()
        .filter((event) => event.stream === stream && event.version > after)
        .sort((a, b) => a.version - b.version),
    readAll: async (after, limit) =>
      sorted()
        .filter((event) => event.position > after)
        .slice(0, limit),
    head: async () => sorted().at(-1)?.position ?? 0,
    readCell: async (name) => forged.cells.get(name),
    writeCell: unused,
    listCells: async (prefix, after, limit) =>
      [...forged.cells]
        .filter(([name]) => name.startsWith(prefix) && name > after)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .slice(0, limit)
        .map(([name, cell]) => ({ name, ...cell })),
  }
}
