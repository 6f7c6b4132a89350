import type { PetitionPolicy } from '@redress/petition'
import { type OnlineCentrePolicy, onlineCentre2022 } from '@redress/petition'

const source = 'invented for this demonstration'
const invented = { source, verified: false } as const

/** What a place may settle for itself, over the national rules. No text of law sets these figures, and nobody has checked them. */
export function placePolicy(national: PetitionPolicy): PetitionPolicy {
  const { supervision } = national
  return {
    ...national,
    reception: {
      queue: { classes: ['appointmentDue', 'needsHelp', 'others'], longestWaitMinutes: 60, source },
      bookAheadDays: 30,
      leaderNoticeDays: 3,
    },
    onlineCentre: onlineCentre(national.onlineCentre ?? onlineCentre2022),
    suggestion: { thresholds: [{ supports: 25, duty: 'study', source }] },
    ...(supervision === undefined
      ? {}
      : {
          supervision: {
            ...supervision,
            idleWorkDays: { amount: 45, ...invented },
            objections: { amount: 2, ...invented },
            executionDays: { amount: 30, ...invented },
            agency: { yellow: 0.1, red: 0.3, ...invented },
            escalation: [
              { level: 'unit', up: 0, role: 'head', afterDays: 0, source },
              { level: 'above', up: 1, role: 'head', afterDays: 10, source },
              { level: 'city', up: 2, role: 'head', afterDays: 30, source },
            ],
          },
        }),
  }
}

/** So many messages may come from one origin in ten minutes; what a person brings, says or posts is never limited. */
export const messagesPerOrigin = 5

const onlineCentre = (national: OnlineCentrePolicy): OnlineCentrePolicy => ({
  ...national,
  limits: { perOrigin: { attempts: messagesPerOrigin, windowMs: 600_000 }, source },
})
