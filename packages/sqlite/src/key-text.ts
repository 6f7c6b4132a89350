/**
 * How names and keys are stored. SQLite orders texts by their UTF-8 bytes and JavaScript by UTF-16 units; the two differ above U+D7FF.
 * Also a driver may cut a text at U+0000, and has no bytes for half a surrogate pair. So those units and control characters become two
 * characters each, which keep the order of JavaScript; every other text, printed ASCII and Chinese among them, is stored as it is.
 */
export function toKeyText(text: string): string {
  return special.test(text) ? text.replace(everySpecial, encodeUnit) : text
}

/** The text that {@link toKeyText} was given. */
export function fromKeyText(stored: string): string {
  return special.test(stored) ? stored.replace(everyPair, decodeUnit) : stored
}

// Without the `u` flag: single UTF-16 units are meant. What is stored as it is reaches from the space to the last unit before the
// surrogates, and the marks below stand outside of it.
const special = /[^ -\ud7ff]/
const everySpecial = /[^ -\ud7ff]/g
const everyPair = /[^ -\ud7ff][ -\ud7ff]/g

/** Marks that sort below and above everything that is stored as it is. */
const [low, high] = ['\u0001', '\ue000']
const firstHigh = 0xd800
/** Moves the second character to where it is plain. */
const shift = 0x100

function encodeUnit(unit: string): string {
  const code = unit.charCodeAt(0)
  return code < firstHigh
    ? low + String.fromCharCode(code + shift)
    : high + String.fromCharCode(code - firstHigh + shift)
}

function decodeUnit(pair: string): string {
  const code = pair.charCodeAt(1) - shift
  return String.fromCharCode(pair.startsWith(low) ? code : code + firstHigh)
}
