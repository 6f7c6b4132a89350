import type { Lifecycle } from '@redress/core'
import type { SupervisionTypes } from './types.js'

const stays = [] as const

/** Which command is possible in which status, and where it leads. */
export const matterLifecycle: Lifecycle<SupervisionTypes> = {
  new: { open: ['open'] },
  open: {
    urge: stays,
    answerUrging: stays,
    list: stays,
    delist: stays,
    interview: stays,
    circulate: stays,
    orderRectification: stays,
    reportRectification: stays,
    checkRectification: stays,
    close: ['closed'],
    seal: stays,
  },
  closed: { seal: stays },
}
