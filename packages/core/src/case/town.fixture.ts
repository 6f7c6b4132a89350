import type { Actor, Officer } from '../access/actor.js'
import type { Signer } from '../audit/signer.js'
import { isPlatformError, type PlatformError } from '../errors.js'
import { testPlatform } from '../testing/test-platform.js'
import { permits } from './permit.fixture.js'

/** A small town that gives permits, for the tests of core. */
export const admin: Actor = { kind: 'system', id: 'test' }
export const ann: Actor = { kind: 'resident', id: 'ann' }
export const bob: Actor = { kind: 'resident', id: 'bob' }
export const officer = (id: string, unit: string, ...roles: string[]): Officer => ({
  kind: 'officer',
  id,
  unit,
  roles,
})

/** The city with its works and parks, and a desk below the works. */
export async function town(options: { readonly signer?: Signer } = {}) {
  const made = testPlatform({ ...options, plugins: [permits()], at: '2024-03-01T02:00:00Z' })
  const unit = (id: string, parent?: string) => {
    const named = { id, name: id, level: 'city', type: 'department' }
    return parent === undefined ? named : { ...named, parent }
  }
  const units = [unit('city'), unit('works', 'city'), unit('desk', 'works'), unit('parks', 'city')]
  await made.platform.organizations.open(units, admin)
  const { permit } = made.platform.permit
  /** Opens a permit case of Ann with the works, unless told otherwise. */
  const apply = (subject = 'shed', more: { unit?: string; against?: string; applicant?: string } = {}) =>
    permit.apply({ subject, unit: 'works', applicant: 'ann', ...more }, admin)
  return { ...made, permit, apply }
}

/** The error that refuses the work. */
export async function refusal(work: Promise<unknown>): Promise<PlatformError> {
  try {
    await work
  } catch (error) {
    if (isPlatformError(error)) return error
    throw error
  }
  throw new Error('it was not refused')
}

/** The code of the error that refuses the work, or `allowed`. */
export const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'allowed',
    (error: unknown) => (isPlatformError(error) ? error.code : String(error)),
  )
