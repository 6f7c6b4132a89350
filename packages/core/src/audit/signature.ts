import { coreErrors } from '../errors.js'

/** A signature as text, whichever of the two usual forms the signer gives. @throws OPTIONS_INVALID */
export function signatureText(bytes: unknown): string {
  const raw = bytes instanceof Uint8Array ? (bytes.length === 64 ? bytes : fromDer(bytes)) : undefined
  if (raw === undefined) {
    const reason = "'sign' must give an ECDSA signature of P-256: r and s of 32 bytes each, or DER"
    throw coreErrors.OPTIONS_INVALID({ what: 'signer', reason })
  }
  return btoa(String.fromCharCode(...raw))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** Key services give a sequence of two integers; Web Crypto wants them side by side, filled up to 32 bytes. */
function fromDer(der: Uint8Array): Uint8Array | undefined {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) return undefined
  const raw = new Uint8Array(64)
  let at = 2
  for (const end of [32, 64]) {
    const length = der[at + 1] ?? 0
    const digits = der.slice(at + 2, at + 2 + length)
    const shown = digits[0] === 0 ? digits.slice(1) : digits
    if (der[at] !== 2 || digits.length !== length || shown.length > 32) return undefined
    raw.set(shown, end - shown.length)
    at += 2 + length
  }
  return at === der.length ? raw : undefined
}
