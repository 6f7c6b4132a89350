// The part of the web platform that every host of the packages has: browsers, Node, Deno, Bun and edge workers.
// The packages are checked against this instead of the whole DOM or Node, so a slip is a compile error.
// Add to it only what all of those hosts have.

interface AesGcm {
  readonly name: 'AES-GCM'
  readonly iv: Uint8Array<ArrayBuffer>
}

declare const crypto: {
  readonly subtle: {
    digest(algorithm: 'SHA-256', data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>
    importKey(
      format: 'raw',
      key: Uint8Array<ArrayBuffer>,
      algorithm: 'AES-GCM' | 'HKDF' | { readonly name: 'HMAC'; readonly hash: 'SHA-256' },
      extractable: false,
      uses: readonly ('encrypt' | 'decrypt' | 'sign' | 'deriveBits')[],
    ): Promise<CryptoKey>
    deriveBits(
      algorithm: {
        readonly name: 'HKDF'
        readonly hash: 'SHA-256'
        readonly salt: Uint8Array<ArrayBuffer>
        readonly info: Uint8Array<ArrayBuffer>
      },
      key: CryptoKey,
      bits: number,
    ): Promise<ArrayBuffer>
    encrypt(algorithm: AesGcm, key: CryptoKey, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>
    decrypt(algorithm: AesGcm, key: CryptoKey, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>
    sign(algorithm: 'HMAC', key: CryptoKey, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>
    importKey(
      format: 'jwk',
      key: Readonly<Record<'kty' | 'crv' | 'x' | 'y', string>> & { readonly d?: string },
      algorithm: { readonly name: 'ECDSA'; readonly namedCurve: 'P-256' },
      extractable: boolean,
      usages: ('sign' | 'verify')[],
    ): Promise<CryptoKey>
    generateKey(
      algorithm: { readonly name: 'ECDSA'; readonly namedCurve: 'P-256' },
      extractable: boolean,
      usages: ('sign' | 'verify')[],
    ): Promise<{ readonly publicKey: CryptoKey; readonly privateKey: CryptoKey }>
    exportKey(format: 'jwk', key: CryptoKey): Promise<Readonly<Record<string, string>>>
    sign(algorithm: EcdsaWithSha256, key: CryptoKey, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>
    verify(
      algorithm: EcdsaWithSha256,
      key: CryptoKey,
      signature: Uint8Array<ArrayBuffer>,
      data: Uint8Array<ArrayBuffer>,
    ): Promise<boolean>
  }
  getRandomValues<T extends ArrayBufferView>(array: T): T
  randomUUID(): `${string}-${string}-${string}-${string}-${string}`
}

interface EcdsaWithSha256 {
  readonly name: 'ECDSA'
  readonly hash: 'SHA-256'
}
interface CryptoKey {
  readonly type: string
}

declare function structuredClone<T>(value: T): T
declare function queueMicrotask(callback: () => void): void
declare function btoa(data: string): string
declare function atob(data: string): string

declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>
}

declare class TextDecoder {
  constructor(label?: 'utf-8', options?: { readonly ignoreBOM?: boolean })
  decode(input?: ArrayBuffer): string
}

declare function setTimeout(callback: () => void, milliseconds?: number): unknown
declare function clearTimeout(timer: unknown): void

/** A clock that only goes forward, whatever happens to the date. */
declare const performance: { now(): number }

declare class AbortSignal {
  readonly aborted: boolean
}
declare class AbortController {
  readonly signal: AbortSignal
  abort(): void
}
