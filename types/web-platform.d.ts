// The part of the web platform that every host of the packages has: browsers, Node, Deno, Bun and edge workers.
// The packages are checked against this instead of the whole DOM or Node, so a slip is a compile error.
// Add to it only what all of those hosts have.

interface WebKey {
  readonly type: string
}

interface AesGcm {
  readonly name: 'AES-GCM'
  readonly iv: Uint8Array<ArrayBuffer>
  readonly additionalData: Uint8Array<ArrayBuffer>
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
    ): Promise<WebKey>
    deriveBits(
      algorithm: {
        readonly name: 'HKDF'
        readonly hash: 'SHA-256'
        readonly salt: Uint8Array<ArrayBuffer>
        readonly info: Uint8Array<ArrayBuffer>
      },
      key: WebKey,
      bits: number,
    ): Promise<ArrayBuffer>
    encrypt(algorithm: AesGcm, key: WebKey, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>
    decrypt(algorithm: AesGcm, key: WebKey, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>
    sign(algorithm: 'HMAC', key: WebKey, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>
  }
  getRandomValues<T extends ArrayBufferView>(array: T): T
  randomUUID(): `${string}-${string}-${string}-${string}-${string}`
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
