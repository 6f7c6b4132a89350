import { describe, expect, it } from 'vitest'
import { type PermitPlugin, permitKind, permits } from '../case/permit.fixture.js'
import { createPlatform } from '../platform.js'
import { definePlugin } from '../plugin.js'
import { memoryStore } from '../store/memory.js'

const platform = createPlatform({ store: memoryStore(), plugins: [permits()] })

describe('the forms of a platform', () => {
  it('name the kinds, and give the input of each command as JSON Schema', async () => {
    expect(platform.forms.kinds()).toEqual(['permit.permit'])
    const schemas = await platform.forms.schemas('permit.permit')
    expect(Object.keys(schemas).sort()).toEqual(Object.keys(permitKind.decide).sort())
    expect(schemas.apply).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'permit.permit.apply',
      type: 'object',
      additionalProperties: false,
    })
    expect(schemas.apply?.required).toContain('subject')
    // It is data: it can be sent to a browser.
    expect(JSON.parse(JSON.stringify(schemas))).toEqual(schemas)
  })

  it.each([['permit.nothing'], ['__proto__'], [null], [{}]])('refuse the kind %s', async (kind) => {
    await expect(platform.forms.schemas(kind as string)).rejects.toMatchObject({ code: 'QUERY_INVALID' })
  })

  it('say so where a command is checked by something that has no schema', async () => {
    const inputs = {
      ...permitKind.inputs,
      apply: { safeParse: (data: unknown) => ({ success: true, data }) },
    }
    const plugin = definePlugin<PermitPlugin>({
      id: 'permit',
      requires: [],
      setup: (host) => ({ permit: host.addKind({ ...permitKind, inputs } as never) }) as never,
    })
    const other = createPlatform({ store: memoryStore(), plugins: [plugin] })
    await expect(other.forms.schemas('permit.permit')).rejects.toMatchObject({ code: 'KIND_INVALID' })
  })
})
