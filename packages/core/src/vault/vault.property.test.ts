import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defineKind } from '../case/kind.js'
import { admin } from '../case/town.fixture.js'
import { helpKind, helps, type Told } from '../personal/help.fixture.js'
import { desk, records } from '../personal/help-desk.fixture.js'

const text = fc.string({ unit: 'binary', maxLength: 40 })
const fieldName = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'name', ''),
  fc.string({ unit: 'binary', maxLength: 8 }),
)
const fields = fc.dictionary(fieldName, text, { maxKeys: 5, noNullPrototype: true })

/** The fixture, which takes whatever it is told as it is, and masks nothing. */
const anything = defineKind({
  ...helpKind,
  inputs: {
    ...helpKind.inputs,
    tell: { safeParse: (data) => ({ success: true, data: data as Told }) },
  },
  personal: {
    ...(helpKind.personal as NonNullable<typeof helpKind.personal>),
    masks: new Proxy(
      {},
      {
        getOwnPropertyDescriptor: () => ({
          configurable: true,
          enumerable: true,
          value: String,
          writable: true,
        }),
        get: () => String,
      },
    ),
  },
})

describe('whatever is sealed', () => {
  it('comes back exactly', async () => {
    const { ask, request, personal } = await desk({ plugins: [helps(anything)] })
    await fc.assert(
      fc.asyncProperty(fields, fields, fields, async (texts, first, second) => {
        const { id } = await ask({ persons: {}, texts: {} })
        await request.tell(id, { texts, persons: { p1: first, p2: second } }, admin)
        const file = await personal.read(id, { purpose: 'archive' }, admin)
        expect(file.persons.map((one) => Object.entries(one.fields))).toEqual([
          Object.entries(first),
          Object.entries(second),
        ])
        const shown = file.texts.map((one) => Object.entries(one.fields))
        expect(shown).toEqual(Object.keys(texts).length === 0 ? [] : [Object.entries(texts)])
      }),
      { numRuns: 100 },
    )
  })

  it('stays readable through any order of writing and erasing, unless it is erased itself', async () => {
    const person = fc.constantFrom('p1', 'p2', 'p3', 'p4')
    const step = fc.record({
      do: fc.constantFrom('tell', 'tell', 'erase'),
      person,
      which: fc.nat(1),
      by: fc.nat(2),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const one = await desk()
        const desks = [one, await desk({ store: one.store }), await desk({ store: one.store })]
        const ids = [await one.closed({ persons: {} }), await one.closed({ persons: {} })]
        const alive = ids.map(() => new Map<string, string>())
        const gone = ids.map(() => new Set<string>())
        for (const [n, { do: act, person: who, which, by }] of steps.entries()) {
          const { request, retention } = desks[by] as typeof one
          const [id, known, erased] = [ids[which], alive[which], gone[which]] as [
            string,
            Map<string, string>,
            Set<string>,
          ]
          if (erased.has(who)) continue
          if (act === 'tell') {
            await request.tell(id, { persons: { [who]: { name: `${n}` } } }, admin)
            known.set(who, `${n}`)
          } else if (known.has(who)) {
            await retention.erase(id, { ground: 'legalOrder', person: who }, records)
            known.delete(who)
            erased.add(who)
          }
        }
        for (const { personal } of desks) {
          for (const [which, id] of ids.entries()) {
            const { persons } = await personal.read(id, { purpose: 'archive', reveal: ['name'] }, admin)
            const shown = persons.flatMap(({ person: who, fields: { name } }): [string, string][] =>
              name === undefined ? [] : [[who, name]],
            )
            expect(new Map(shown)).toEqual(alive[which])
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})
