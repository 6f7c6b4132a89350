import type { Actor, PersonalFile, PluginHost } from '@redress/core'
import type { PetitionEvent } from '../../events.js'

/** A published case, and which of its published versions. */
export interface Wanted {
  readonly id: string
  /** Changes whenever what is shown of the case changes. */
  readonly revision: string
}

/**
 * Reads what is published of cases. It stands in the vault, so that it can be erased, and each reading there is recorded; a public page
 * is read often, so what was read once stays at hand.
 */
export type PublicTexts = (wanted: readonly Wanted[]) => Promise<ReadonlyMap<string, PersonalFile>>

const reader: Actor = Object.freeze({ kind: 'system', id: 'publication' })
const mostKept = 500

/** @param fields what is published; nothing else is read */
export function publicTexts(host: PluginHost<PetitionEvent>, fields: readonly string[]): PublicTexts {
  const kept = new Map<string, PersonalFile>()
  const request = { purpose: 'publication', reveal: ['name'].filter((one) => fields.includes(one)), fields }

  return async (wanted) => {
    const files = new Map<string, PersonalFile>()
    const missing: Wanted[] = []
    for (const one of wanted) {
      const file = kept.get(keyOf(one))
      if (file === undefined) missing.push(one)
      else files.set(one.id, file)
    }
    if (missing.length === 0) return files
    const ids = missing.map(({ id }) => id)
    const read = await host.platform.personal.readMany(ids, request, reader)
    for (const file of read) {
      const one = missing.find(({ id }) => id === file.case)
      if (one === undefined) continue
      files.set(one.id, file)
      kept.set(keyOf(one), file)
      if (kept.size > mostKept) kept.delete(kept.keys().next().value as string)
    }
    return files
  }
}

const keyOf = ({ id, revision }: Wanted): string => `${id}@${revision}`

/** The texts that were sealed beside one event. */
export const textsAt = ({ texts }: PersonalFile, version: number): Readonly<Record<string, string>> =>
  texts.find((one) => one.version === version)?.fields ?? {}
