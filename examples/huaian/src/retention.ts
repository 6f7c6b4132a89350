import type { RetentionClass } from '@redress/core'

/**
 * How long this demonstration keeps what. Nobody has checked these periods: which class a case belongs to, and how long it is kept, is
 * said by the archive schedule of the place.
 */
export const demonstrationClasses = {
  brief: {
    title: 'led elsewhere or not accepted',
    zh: '未进入信访程序',
    restrictAfter: 0,
    eraseAfter: 1,
    pruneAfter: 5,
    source: 'invented for this demonstration',
    verified: false,
  },
  ordinary: {
    title: 'answered',
    zh: '已作出处理意见',
    restrictAfter: 2,
    eraseAfter: 10,
    source: 'invented for this demonstration',
    verified: false,
  },
} as const satisfies Readonly<Record<string, RetentionClass>>

export type DemonstrationClass = keyof typeof demonstrationClasses
