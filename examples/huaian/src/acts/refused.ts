import { isPlatformError, type Reason } from '@redress/core'
import type { Refusal } from '../notes.js'
import type { Act } from '../plot.js'

/** Somebody tries what is not allowed. The platform must refuse it for this reason; nothing has happened then. */
export const refused =
  (code: string, act: Act): Act =>
  async (scene) => {
    try {
      await act(scene)
    } catch (error) {
      const found = refusalsIn(error).find((one) => one.code === code)
      if (found === undefined) throw error
      scene.notes.refusals.push(code === 'ACCUSED_RECIPIENT' ? withoutUnit(found) : found)
      return
    }
    throw new Error(`It should have been refused with ${code}.`)
  }

function refusalsIn(error: unknown): readonly Refusal[] {
  if (!isPlatformError(error)) return []
  const { code, message, details } = error
  const reasons = (details as { readonly reasons?: readonly Reason[] }).reasons ?? []
  return [{ code, message, source: undefined }, ...reasons.map((one) => ({ ...one, source: one.source }))]
}

/** Who is accused stands nowhere, and not here either. */
const withoutUnit = (refusal: Refusal): Refusal => ({
  ...refusal,
  message: refusal.message.replace(/Unit '[^']+'/, 'The accused unit'),
})
