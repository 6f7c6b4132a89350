/** The part of Node's `Buffer` that is faster than the web's functions; Deno and Bun have it too. */
interface Buffers {
  from(bytes: ArrayBufferLike, offset: number, length: number): { toString(encoding: 'base64'): string }
}

const { Buffer: buffers } = globalThis as { Buffer?: Buffers }
const slice = 0x2000

/** Base64 of bytes. */
export function toBase64(bytes: Uint8Array): string {
  if (buffers !== undefined)
    return buffers.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64')
  let text = ''
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += slice)
    text += String.fromCharCode(...bytes.subarray(at, at + slice))
  return btoa(text)
}

/** The same in the alphabet that needs no escaping anywhere, without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The bytes of either alphabet. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, (character) => character.charCodeAt(0))
}
