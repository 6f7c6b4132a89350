import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { caseRows } from './case-rows.fixture.js'
import { town } from './cases.fixture.js'
import { caseTable, differences, hostList, methodsOf, platformTable } from './page.fixture.js'
import { hostMethods, platformRows } from './platform-rows.fixture.js'
import { type Room, roomColumns } from './room-actors.fixture.js'
import { askedOf, roomTable } from './room-page.fixture.js'

const roomNames = Object.keys(roomColumns) as Room[]

const file = new URL('../../../../docs/reference/verdicts.md', import.meta.url)
const page = readFileSync(file, 'utf8')

/** The part of the page between two marks; with REDRESS_WRITE_VERDICTS it is written first, to be read before it is kept. */
function written(name: string, is: string): string {
  const [from, to] = [`<!-- ${name} -->\n\n`, `\n\n<!-- end of ${name} -->`]
  if (process.env.REDRESS_WRITE_VERDICTS !== undefined) {
    const now = readFileSync(file, 'utf8')
    const [before = '', rest = ''] = now.split(from)
    writeFileSync(file, `${before}${from}${is}${to}${rest.split(to)[1] ?? ''}`)
    return is
  }
  return page.split(from)[1]?.split(to)[0] ?? ''
}

/** Line by line, so that a difference names its method. */
const lines = (table: string) =>
  Object.fromEntries(table.split('\n').map((line) => [line.split('|')[1] ?? line, line]))

describe('the page of verdicts', () => {
  it('says who may what with an ordinary case, and how a confidential one differs', async () => {
    const ordinary = await caseTable('ordinary')
    expect(lines(ordinary)).toEqual(lines(written('ordinary', ordinary)))
    // Else no input fits, and nothing is said about anybody.
    for (const line of ordinary.split('\n').slice(2)) expect(line).toContain('✓')
    const other = differences(await caseTable('confidential'), ordinary)
    expect(lines(other)).toEqual(lines(written('confidential', other)))
  }, 60_000)

  it('says who may what with a sealed accusation', async () => {
    const sealed = await caseTable('sealed')
    expect(lines(sealed)).toEqual(lines(written('sealed', sealed)))
  }, 60_000)

  it.each(roomNames)(
    'says who may what in the room %s',
    async (room) => {
      const is = await roomTable(room)
      expect(lines(is)).toEqual(lines(written(room, is)))
      for (const line of is.split('\n').slice(2)) expect(line).toMatch(/✓|HAND_OVER_NOT_OPEN/)
    },
    60_000,
  )

  it('says who may change what concerns every case', async () => {
    const is = await platformTable()
    expect(lines(is)).toEqual(lines(written('platform', is)))
  })

  it('lists what only the code of the host reaches', () => {
    expect(hostList()).toBe(written('host', hostList()))
  })

  it('leaves out no method of a platform, and names none that is not there', async () => {
    const { platform } = await town()
    const asked = (await Promise.all(roomNames.map(askedOf))).flat()
    const named = [...caseRows, ...platformRows, ...asked].map(({ method }) => method)
    expect([...new Set([...named, ...Object.keys(hostMethods)])].sort()).toEqual(
      [...methodsOf(platform)].sort(),
    )
  })
})
