/**
 * How names and keys are stored. SQLite orders texts by their UTF-8 bytes and JavaScript by UTF-16 units; the two differ above U+D7FF.
 * Also a driver may cut a text at U+0000, and has no bytes for half a surrogate pair. So the units concerned become two characters
 * each, which keep the order of JavaScript; every other text, all of ASCII and Chinese among them, is stored as it is.
 */
export function toKeyText(text: string): string {
  return special.test(text) ? text.replace(everySpecial, encodeUnit) : text
}

/** The text that {@link toKeyText} was given. */
export function fromKeyText(stored: string): string {
  return escaped.test(stored) ? stored.replace(everyEscaped, decodeUnit) : stored
}

// No `u` flag: single UTF-16 units are meant.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const special = /[\u0000\u0001\ud800-\uffff]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const everySpecial = /[\u0000\u0001\ud800-\uffff]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const escaped = /[\u0001\ue000]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const everyEscaped = /[\u0001\ue000][\s\S]/g

/** Below and above everything that is stored as it is. */
const [low, high] = ['\u0001', '\ue000']
const firstHigh = 0xd800
/** Moves the second character to where every driver can store it. */
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
