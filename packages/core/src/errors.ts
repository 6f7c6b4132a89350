/** What a host should do about an error. A host maps kinds to its protocol (HTTP: 400, 403, 404, 409, 500, 503). */
export type ErrorKind = 'invalid' | 'not-allowed' | 'not-found' | 'conflict' | 'misconfigured' | 'unavailable'

/** Every error that Redress throws on purpose. `code` is API; the message is for people and may change. */
export class PlatformError<Code extends string = string> extends Error {
  override readonly name = 'PlatformError'
  /** Stable, in capitals, listed in the error reference. */
  readonly code: Code
  readonly kind: ErrorKind
  /** The facts behind the message, by name. Never personal data. */
  readonly details: object

  constructor(code: Code, kind: ErrorKind, message: string, details: object) {
    super(message)
    this.code = code
    this.kind = kind
    this.details = details
  }
}

/** Recognises an error of Redress by its shape, so that it also works across two copies of the library. */
export function isPlatformError(error: unknown): error is PlatformError {
  return error instanceof Error && error.name === 'PlatformError' && 'code' in error && 'kind' in error
}

/** One entry of a catalogue: its kind, and the message written from typed details. */
export type ErrorEntry = readonly [kind: ErrorKind, message: (details: never) => string]

/** Throwable constructors by code: `throw errors.CODE(details)`. */
export type ErrorCatalogue<Entries extends Readonly<Record<string, ErrorEntry>>> = {
  readonly [Code in keyof Entries & string]: (...details: Parameters<Entries[Code][1]>) => PlatformError<Code>
}

/** Turns a table of codes into throwable constructors. */
export function defineErrors<const Entries extends Readonly<Record<string, ErrorEntry>>>(
  entries: Entries,
): ErrorCatalogue<Entries> {
  const make = ([code, [kind, message]]: [string, ErrorEntry]) => [
    code,
    (details: object = {}) => new PlatformError(code, kind, message(details as never), details),
  ]
  // The mapped type says what `fromEntries` cannot.
  return Object.fromEntries(Object.entries(entries).map(make)) as ErrorCatalogue<Entries>
}

/** The catalogue of core. */
export const coreErrors = defineErrors({
  INPUT_INVALID: [
    'invalid',
    (d: { what: string; issues: readonly InputIssue[] }) =>
      `The input of '${d.what}' is not valid: ${d.issues.map((i) => `${i.path || '(input)'}: ${i.message}`).join('; ')}.`,
  ],
  ACTOR_INVALID: [
    'invalid',
    (d: { reason: string }) => `The actor is not valid: ${d.reason}. Pass the person or unit that acts.`,
  ],
  CASE_NOT_FOUND: [
    'not-found',
    (d: { kind: string; id: string }) => `There is no ${d.kind} with id '${d.id}'.`,
  ],
  COMMAND_NOT_ALLOWED: [
    'not-allowed',
    (d: { command: string; reasons: readonly { readonly code: string; readonly message: string }[] }) =>
      `'${d.command}' is not allowed: ${d.reasons.map((reason) => reason.message).join('; ')}.`,
  ],
  READ_NOT_ALLOWED: [
    'not-allowed',
    (d: { reasons: readonly { readonly code: string; readonly message: string }[] }) =>
      `Reading is not allowed: ${d.reasons.map((reason) => reason.message).join('; ')}.`,
  ],
  VERSION_CONFLICT: [
    'conflict',
    (d: { stream: string; expected: number; actual: number }) =>
      `Stream '${d.stream}' is at version ${d.actual}, not ${d.expected}. Read it again and retry.`,
  ],
  IDEMPOTENCY_KEY_REUSED: [
    'conflict',
    () => 'The idempotency key was used for another command. Use a new key for each command.',
  ],
  CURSOR_INVALID: [
    'invalid',
    () => 'The cursor is not one that this query returned. Start again without a cursor.',
  ],
  QUERY_INVALID: ['invalid', (d: { reason: string }) => `The query is not valid: ${d.reason}.`],
  PLUGIN_DUPLICATE: ['misconfigured', (d: { id: string }) => `Plugin '${d.id}' is listed twice.`],
  PLUGIN_MISSING: [
    'misconfigured',
    (d: { id: string; missing: string }) =>
      `Plugin '${d.id}' requires plugin '${d.missing}': add it to the plugins array.`,
  ],
  PLUGIN_CYCLE: [
    'misconfigured',
    (d: { path: readonly string[] }) => `Plugins require each other: ${d.path.join(' → ')}.`,
  ],
  PLUGIN_ID_TAKEN: [
    'misconfigured',
    (d: { id: string }) => `Plugin id '${d.id}' is taken by core: choose another id.`,
  ],
  PLUGIN_INVALID: [
    'misconfigured',
    (d: { reason: string }) => `The plugins array holds something that is not a plugin: ${d.reason}.`,
  ],
  OPTIONS_INVALID: [
    'misconfigured',
    (d: { what: string; reason: string }) => `'${d.what}' was called wrongly: ${d.reason}.`,
  ],
  STORE_INVALID: [
    'misconfigured',
    (d: { missing: string }) => `The store has no '${d.missing}': pass memoryStore() or an adapter.`,
  ],
  SIGNER_MISSING: ['misconfigured', () => 'There is no signer: pass `signer`.'],
  SUBSCRIPTION_INVALID: [
    'misconfigured',
    (d: { name: string; reason: string }) => `Subscription '${d.name}' is not valid: ${d.reason}.`,
  ],
  STORE_NEWER: [
    'misconfigured',
    (d: { what: string; stored: number; known: number }) =>
      `The store holds ${d.what} in version ${d.stored}; this process knows version ${d.known}. Run the newer release.`,
  ],
  STORE_UNAVAILABLE: [
    'unavailable',
    (d: { reason: string }) =>
      `The database does not answer: ${d.reason}. What the command did is unknown; repeat it with its idempotency key.`,
  ],
  KEYS_MISSING: [
    'misconfigured',
    (d: { kind: string }) =>
      `'${d.kind}' keeps personal data in the vault, and the store lasts longer than this process: give createPlatform 'keys'.`,
  ],
  KEY_UNAVAILABLE: [
    'unavailable',
    (d: { key: string; reason: string }) =>
      `Key '${d.key}' cannot be used: ${d.reason}. Something is sealed with it, so 'keys' must go on naming and giving it.`,
  ],
  KEY_WRONG: [
    'misconfigured',
    (d: { key: string }) =>
      `Key '${d.key}' is not the key that this store knows by that name. Give the right one, or a new one under a new name.`,
  ],
  VAULT_DAMAGED: [
    'misconfigured',
    (d: { id: string }) =>
      `What the vault holds of case '${d.id}' was changed outside of the platform. \`audit.verify\` finds what; restore it.`,
  ],
  PERSONAL_DATA_ERASED: [
    'not-allowed',
    (d: { id: string }) => `The personal data of case '${d.id}' is erased, so nothing can be added to it.`,
  ],
  PURPOSE_UNKNOWN: [
    'invalid',
    (d: { purpose: string; known: readonly string[] }) =>
      `'${d.purpose}' is no purpose of this kind of case. Its purposes are: ${d.known.join(', ')}.`,
  ],
  PERSON_UNKNOWN: [
    'not-found',
    (d: { id: string; person: string }) => `Case '${d.id}' has no person '${d.person}'.`,
  ],
  RETENTION_CLASS_UNKNOWN: [
    'invalid',
    (d: { class: string; rules: string; known: readonly string[] }) =>
      `Rule profile '${d.rules}' has no retention class '${d.class}'. Its classes are: ${d.known.join(', ') || 'none'}.`,
  ],
  KIND_DUPLICATE: [
    'misconfigured',
    (d: { kind: string }) => `The kind of case '${d.kind}' is defined twice.`,
  ],
  KIND_INVALID: [
    'misconfigured',
    (d: { kind: string; reason: string }) => `The kind of case '${d.kind}' is not valid: ${d.reason}.`,
  ],
  RULES_UNKNOWN: [
    'misconfigured',
    (d: { id: string }) => `There is no rule profile '${d.id}': a case pins it, so keep it installed.`,
  ],
  RULES_NOT_IN_FORCE: [
    'invalid',
    (d: { on: string }) => `No rule profile is in force on ${d.on}. Install one whose dates cover that day.`,
  ],
  RULES_INVALID: [
    'misconfigured',
    (d: { rules: string; reason: string }) => `Rule profile '${d.rules}' is not valid: ${d.reason}.`,
  ],
  CLOCK_UNKNOWN: [
    'not-found',
    (d: { clock: string; id: string }) =>
      `Case '${d.id}' has no clock '${d.clock}'. \`deadlines.of\` lists the ones it has.`,
  ],
  LIMIT_UNKNOWN: [
    'misconfigured',
    (d: { clock: string; rules: string }) =>
      `Rule profile '${d.rules}' sets no limit for clock '${d.clock}'.`,
  ],
  CALENDAR_NOT_COVERED: [
    'misconfigured',
    (d: { calendar: string; date: string; from: number; to: number }) =>
      `Calendar '${d.calendar}' covers ${d.from} to ${d.to}, not ${d.date}. Announce the holidays of that year first.`,
  ],
  CALENDAR_UNKNOWN: [
    'not-found',
    (d: { calendar: string }) => `No installed rule profile uses a calendar '${d.calendar}'.`,
  ],
  CALENDAR_INVALID: [
    'invalid',
    (d: { calendar: string; reason: string }) => `Calendar '${d.calendar}' is not valid: ${d.reason}.`,
  ],
  DATE_INVALID: [
    'invalid',
    (d: { value: string }) =>
      `'${d.value}' is neither a date (YYYY-MM-DD) nor an instant (ISO 8601 with Z or offset).`,
  ],
  TIME_ZONE_INVALID: ['invalid', (d: { timeZone: string }) => `'${d.timeZone}' is not an IANA time zone.`],
  UNIT_UNKNOWN: [
    'not-found',
    (d: { unit: string; on: string }) => `There is no unit '${d.unit}' on ${d.on}.`,
  ],
  UNIT_EXISTS: [
    'conflict',
    (d: { unit: string }) => `Unit '${d.unit}' already exists: an id is never used twice.`,
  ],
  UNIT_CYCLE: [
    'invalid',
    (d: { unit: string; under: string }) =>
      `Unit '${d.unit}' cannot stand under '${d.under}', which stands under it.`,
  ],
  UNIT_HAS_CHILDREN: [
    'not-allowed',
    (d: { unit: string; children: readonly string[] }) =>
      `Unit '${d.unit}' still has units below it (${d.children.join(', ')}). Move or close them first.`,
  ],
  ORGANIZATION_CHANGE_BACKDATED: [
    'invalid',
    (d: { unit: string; on: string; last: string }) =>
      `Unit '${d.unit}' last changed on ${d.last}, so it cannot change on ${d.on}. Record changes in the order of their dates.`,
  ],
  UNIT_OPENED_TOO_EARLY: [
    'invalid',
    (d: { unit: string; under: string; opens: string }) =>
      `Unit '${d.unit}' would open before '${d.under}', above it, which opens on ${d.opens}. Let it open on that day or later.`,
  ],
  UNIT_OWN_SUCCESSOR: [
    'invalid',
    (d: { unit: string }) =>
      `Unit '${d.unit}' cannot end and be its own successor. Leave it out of those that end; to branch off a part of it, open the part.`,
  ],
  POST_UNKNOWN: [
    'not-found',
    (d: { unit: string; person: string }) => `Person '${d.person}' holds no post in unit '${d.unit}'.`,
  ],
  RESPONSIBILITY_UNKNOWN: [
    'not-found',
    (d: { matter: string; area: string; on: string }) =>
      `There is no responsibility for '${d.matter}' in area '${d.area}' on ${d.on}.`,
  ],
})

/** A value as a message may show it: hosts in JavaScript pass anything, of any size. */
export function shown(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 64) : `(${typeof value})`
}

/** One fault in an input: where it stands and what is wrong with it. */
export interface InputIssue {
  /** The path of the field, such as `representatives[5].name`; empty for the whole input. */
  readonly path: string
  /** Stable word for the fault, such as `too_big`. */
  readonly code: string
  readonly message: string
}
