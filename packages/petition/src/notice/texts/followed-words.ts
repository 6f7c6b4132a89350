import { accusationWords } from '../../accusation/statuses.js'
import type { FollowedWords } from '../../inquiry/followed.js'
import { complaintWords } from '../../inquiry/statuses.js'
import type { Text } from '../../matter/text.js'
import { suggestionWords } from '../../suggestion/statuses.js'

/** What statuses, acts and clocks mean, in every kind of matter that a person can follow. */
export const wordsOfKind = {
  complaint: complaintWords,
  suggestion: suggestionWords,
  accusation: accusationWords,
} as const satisfies Readonly<Record<string, FollowedWords>>

/** A clock has one meaning; where two kinds have it, that of the complaint. */
const clockWords: Readonly<Record<string, Text>> = {
  ...accusationWords.clock,
  ...suggestionWords.clock,
  ...complaintWords.clock,
}

/** By the key of the catalogue: `status.complaint.accepted`, `event.petition.complaint-filed`, `clock.handle`. */
export const followedWords: Readonly<Record<string, Text>> = Object.fromEntries([
  ...Object.entries(clockWords).map(([clock, text]) => [`clock.${clock}`, text] as const),
  ...Object.entries<FollowedWords>(wordsOfKind).flatMap(([kind, { status, event }]) => [
    ...Object.entries(status).map(([key, text]) => [`status.${kind}.${key}`, text] as const),
    ...Object.entries(event).map(([type, text]) => [`event.${type}`, text] as const),
  ]),
])
