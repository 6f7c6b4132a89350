import type { Digest } from './chain.js'

/** The part of `node:crypto` that makes digests; Deno, Bun and some edge workers have it too. */
interface NodeHashes {
  hash(algorithm: 'sha256', text: string, encoding: 'base64url'): string
}

/** The fastest SHA-256 that answers at once: the runtime's own, or that of @noble/hashes where it has none. */
export async function loadDigest(): Promise<Digest> {
  const { hash } = builtin<Partial<NodeHashes>>('node:crypto') ?? {}
  if (hash !== undefined) return (text) => hash('sha256', text, 'base64url')
  const { nobleDigest } = await import('./noble-digest.js')
  return nobleDigest
}

/** A module of the runtime, without an import that would fail elsewhere. */
export function builtin<Module>(name: string): Module | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } }
  return process?.getBuiltinModule?.(name) as Module | undefined
}
