import type { CaseTally } from '@redress/core'
import { countLines } from '../count-lines.js'
import type { Supervision } from './state.js'

/** What a matter of supervision adds to the statistics of the month in which it was opened (信访工作条例 2022 Art. 41 (2)). */
export const matterTally: CaseTally<Supervision> = {
  version: 1,
  counts: ({ state, clocks }, context) => {
    const late = clocks.filter(
      (run) => run.stoppedAt !== undefined && isLate(run.stoppedAt, context.due(run)?.date),
    )
    return countLines(state, state.openedOn, state.supervisor, {
      opened: 1,
      ...Object.fromEntries(state.grounds.map((ground) => [`ground:${ground}`, 1])),
      urged: state.urgings.length,
      answered: state.urgings.filter((one) => one.answeredOn !== null).length,
      listed: state.listings.length,
      interviewed: state.interviews.length,
      circulated: state.circulars.length,
      rectifications: state.rectifications.length,
      accepted: state.rectifications.filter((one) => one.acceptedOn !== null).length,
      sentBack: state.rectifications.flatMap(({ checks }) => checks).filter(({ passed }) => !passed).length,
      late: late.length,
      closed: state.status === 'closed' ? 1 : 0,
      ...(state.result === null ? {} : { [`result:${state.result}`]: 1 }),
    })
  },
}

const isLate = (stoppedAt: string, lastDay: string | undefined): boolean =>
  lastDay !== undefined && stoppedAt > lastDay
