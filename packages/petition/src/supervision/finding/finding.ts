import type { FailedCase } from '@redress/core'
import type { Text } from '../../matter/text.js'
import type { SupervisionThreshold, SupervisionTrigger } from '../policy.js'

/** What to look for. Every field narrows. */
export interface FindingQuery {
  /** The unit whose work, and that of the units below it, is looked at. Default for an officer: what the own unit supervises. */
  readonly unit?: string | undefined
  readonly triggers?: readonly FoundTrigger[] | undefined
  /** 1 to 200. Default: 50. A page holds the findings of whole cases, so there can be a few more. */
  readonly limit?: number | undefined
  /** The `next` of the page before. */
  readonly cursor?: string | undefined
}

/** The triggers that are found in the cases themselves; falsification and other grounds are found by people. */
export type FoundTrigger = Exclude<SupervisionTrigger, 'falsification' | 'other'>

/** A reason to supervise, found in a case. It opens nothing by itself. */
export interface SupervisionFinding {
  readonly trigger: FoundTrigger
  readonly case: { readonly id: string; readonly kind: string; readonly number: string | undefined }
  /** The unit whose work it is about. */
  readonly unit: string
  readonly fact: FindingFact
  /** The article that makes it a reason. */
  readonly source: string
  readonly text: Text
  /** The open matters of supervision on this case that the reader may read. */
  readonly matters: readonly string[]
}

/** What was found. */
export type FindingFact =
  /** A running duty whose limit has ended. */
  | { readonly found: 'lateDuty'; readonly clock: string; readonly dueOn: string }
  /** A notice that keeps something of the remedy from the petitioner. */
  | { readonly found: 'defectiveNotice'; readonly on: string }
  | {
      readonly found: 'idle'
      readonly since: string
      readonly workDays: number
      readonly threshold: SupervisionThreshold
      /** A year whose holidays are not known: its weekdays are counted. */
      readonly provisional?: number
    }
  | { readonly found: 'objections'; readonly times: number; readonly threshold: SupervisionThreshold }
  | {
      readonly found: 'notExecuted'
      readonly since: string
      readonly days: number
      readonly threshold: SupervisionThreshold
    }

export interface FindingsPage {
  readonly findings: readonly SupervisionFinding[]
  /** Pass it as `cursor` for the next page; absent on the last one. A last page can be empty. */
  readonly next?: string
  /** What the rules in force today set no threshold for, and so is not looked for under them. */
  readonly notJudged: readonly NotJudged[]
  /** Cases that could not be looked at, and why. */
  readonly failed: readonly FailedCase[]
}

export interface NotJudged {
  readonly trigger: FoundTrigger
  /** The id of the rule profile. */
  readonly rules: string
  /** The field of its `supervision` policy that would set a threshold. */
  readonly threshold: 'idleWorkDays' | 'objections' | 'executionDays'
  readonly text: Text
}
