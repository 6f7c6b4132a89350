import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OrganizationCommands } from './commands.js'
import type { Directory } from './directory.js'
import { type GivenOrganization, givenOrganization, idsOf, refusal, unit } from './given.fixture.js'
import { directoryAt } from './view.js'

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'] as const
const days = ['2001-01-01', '2002-01-01', '2003-01-01', '2004-01-01', '2005-01-01', '2006-01-01'] as const

interface Step {
  readonly command: string
  readonly input: object
  /** Does it, and tells whether it was taken. What is refused is refused by the catalogue: any other error gets through. */
  readonly take: (organization: GivenOrganization) => boolean
}

function step<Command extends keyof OrganizationCommands>(
  command: Command,
  inputs: fc.Arbitrary<OrganizationCommands[Command]>,
): fc.Arbitrary<Step> {
  return inputs.map((input) => ({
    command,
    input,
    take: (organization) => refusal(() => organization.do(command, input)) === undefined,
  }))
}

const id = fc.constantFrom(...ids)
const on = fc.constantFrom(...days)
const upper = fc.option(id, { nil: null })
const newUnit = fc.tuple(id, upper).map(([own, parent]) => unit(own, parent ?? undefined))
const heir = fc.oneof(id, newUnit)
const fresh = fc.tuple(newUnit, upper, fc.option(on)).map(([own, superior, openedOn]) => ({
  ...own,
  ...(superior === null ? {} : { superior }),
  ...(openedOn === null ? {} : { openedOn }),
}))

const anyStep = fc.oneof(
  { weight: 4, arbitrary: step('open', fresh) },
  { weight: 1, arbitrary: step('rename', fc.record({ unit: id, name: fc.constantFrom('x', 'y'), on })) },
  { weight: 3, arbitrary: step('move', fc.record({ unit: id, parent: upper, on })) },
  { weight: 2, arbitrary: step('move', fc.record({ unit: id, superior: upper, on })) },
  {
    weight: 2,
    arbitrary: step(
      'merge',
      fc.record({ from: fc.array(id, { minLength: 1, maxLength: 2 }), into: heir, on }),
    ),
  },
  {
    weight: 1,
    arbitrary: step(
      'split',
      fc.record({ unit: id, into: fc.array(heir, { minLength: 2, maxLength: 3 }), on }),
    ),
  },
  { weight: 1, arbitrary: step('close', fc.record({ unit: id, successor: id, on })) },
  { weight: 1, arbitrary: step('close', fc.record({ unit: id, on })) },
  {
    weight: 1,
    arbitrary: step('appoint', fc.record({ unit: id, person: id, roles: fc.constant(['head']), from: on })),
  },
  {
    weight: 1,
    arbitrary: step(
      'assignResponsibility',
      fc.record({ matter: fc.constantFrom('m', '*'), area: id, unit: id, from: on }),
    ),
  },
)

/** Half of a dozen units that are there from the start, so that changes find something to change. */
const start = [
  unit('a'),
  unit('b', 'a'),
  unit('c', 'a'),
  unit('d', 'b', { superior: 'c' }),
  unit('e', 'b'),
  unit('f', 'd'),
]
const steps = fc.array(anyStep, { maxLength: 60, size: 'medium' })

describe('an organisation after any changes', () => {
  it('stands, on every day, in two lines without a circle and without loose ends', () => {
    check((organization) => {
      for (const directory of eachDay(organization)) {
        for (const own of openIn(directory)) {
          const { parent, superior } = directory.get(own)
          for (const above of [parent, superior]) if (above !== undefined) directory.get(above)
          const superiors = allAbove(directory, own)
          expect(superiors).not.toContain(own)
          for (const other of ids) expect(directory.isSuperior(other, own)).toBe(superiors.has(other))
        }
      }
    })
  })

  it('tells the same by isWithin, subtree, reporting chain, children and size', () => {
    check((organization) => {
      for (const directory of eachDay(organization)) {
        const open = openIn(directory)
        expect(directory.size).toBe(open.length)
        expect(
          directory
            .roots()
            .flatMap((root) => directory.subtree(root.id))
            .toSorted(),
        ).toEqual(open)
        for (const one of ids) {
          const chain = idsOf(directory.reportingChain(one))
          const around =
            directory.unit(one) === undefined
              ? []
              : ids.filter((other) => other === one || chain.includes(other))
          expect(ids.filter((other) => directory.isWithin(one, other))).toEqual(around)
          expect(ids.filter((other) => directory.subtree(other).includes(one))).toEqual(around)
          expect(idsOf(directory.children(one)).toSorted()).toEqual(
            open.filter((other) => directory.get(other).parent === one),
          )
        }
      }
    })
  })

  it('leads from every ended unit to units that are open, or to none', () => {
    check((organization) => {
      for (const directory of eachDay(organization)) {
        for (const own of ids) {
          const heirs = idsOf(directory.successors(own))
          for (const one of heirs) directory.get(one)
          if (directory.unit(own) !== undefined) expect(heirs).toEqual([own])
        }
      }
    })
  })

  it('shows a day as before, whatever takes effect on later days', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const organization = givenOrganization(...start)
        for (const one of all) {
          const before = days.map((day) => picture(organization.on(day)))
          const effect = effectiveDay(one)
          if (!one.take(organization)) continue
          days.forEach((day, index) => {
            if (day < effect) expect(picture(organization.on(day))).toEqual(before[index])
          })
        }
      }),
    )
  })

  it('leaves directories that were handed out as they are, whatever is recorded afterwards', () => {
    fc.assert(
      fc.property(steps, steps, fc.constantFrom(...days), (first, second, day) => {
        const organization = givenOrganization(...start)
        for (const one of first) one.take(organization)
        const expected = picture(directoryAt(organization.history, day))
        const handedOut = directoryAt(organization.history, day)
        for (const one of second) one.take(organization)
        expect(picture(handedOut)).toEqual(expected)
      }),
    )
  })
})

function check(holds: (organization: GivenOrganization) => void): void {
  fc.assert(
    fc.property(steps, (all) => {
      const organization = givenOrganization(...start)
      for (const one of all) one.take(organization)
      holds(organization)
    }),
  )
}

const eachDay = (organization: GivenOrganization): readonly Directory[] =>
  ['2000-01-01', ...days].map((day) => organization.on(day))

const openIn = (directory: Directory): readonly string[] =>
  ids.filter((own) => directory.unit(own) !== undefined)

function allAbove(directory: Directory, own: string): ReadonlySet<string> {
  const found = new Set<string>()
  const climb = (from: string): void => {
    for (const { id: above } of directory.nextHigher(from)) {
      if (found.has(above)) continue
      found.add(above)
      climb(above)
    }
  }
  climb(own)
  return found
}

function picture(directory: Directory): unknown {
  return ids.map((own) => ({
    unit: directory.unit(own),
    children: idsOf(directory.children(own)),
    subtree: directory.subtree(own),
    successors: idsOf(directory.successors(own)),
    posts: directory.posts(own),
    responsible: ['m', 'n'].map((matter) => directory.responsibleFor(matter, own)?.id),
  }))
}

function effectiveDay(step: Step): string {
  const input: { readonly on?: string; readonly from?: string; readonly openedOn?: string } = step.input
  return input.on ?? input.from ?? input.openedOn ?? ''
}
