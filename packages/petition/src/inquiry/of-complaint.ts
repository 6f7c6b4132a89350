import { procedureDeadlines } from '../complaint/procedure-deadlines.js'
import type { Complaint } from '../complaint/state.js'
import type { Tracking, TrackingElsewhere } from './inquiry.js'

/** What only a complaint tells: its answers, and where it went on. */
type OfComplaint = Pick<Tracking, 'answers' | 'continuesIn' | 'refusal' | 'elsewhere' | 'secondLook'>

/** The sealed texts of a case, by the version of the event beside which they stand. */
export type Texts = ReadonlyMap<number, Readonly<Record<string, string>>>

export const ofOthers: OfComplaint = {
  answers: [],
  continuesIn: undefined,
  refusal: undefined,
  elsewhere: undefined,
  secondLook: undefined,
}

export function ofComplaint(state: Complaint, texts: Texts): OfComplaint {
  const { delivered, mergedInto, refusal, secondLook } = state
  return {
    answers: delivered.map((one) => ({
      ...one,
      ...textsOf(texts, one.version, ['request', 'facts', 'opinion']),
    })),
    continuesIn: mergedInto ?? undefined,
    refusal:
      refusal === null
        ? undefined
        : { ...refusal, ...textsOf(texts, refusal.version, ['reasons', 'advice']) },
    elsewhere: elsewhereOf(state, texts),
    secondLook: secondLook ?? undefined,
  }
}

/** Some texts that were sealed beside one event. */
function textsOf<Field extends string>(
  texts: Texts,
  version: number,
  fields: readonly Field[],
): Readonly<Record<Field, string>> {
  const found = texts.get(version)
  return Object.fromEntries(fields.map((field) => [field, found?.[field] ?? ''])) as Record<Field, string>
}

function elsewhereOf({ route, routedOut }: Complaint, texts: Texts): TrackingElsewhere | undefined {
  if (routedOut === null) return undefined
  const { knownOn, version } = routedOut
  return {
    ...textsOf(texts, version, ['body', 'advice']),
    deadlines: route === null || knownOn === null ? [] : procedureDeadlines(route, knownOn),
  }
}
