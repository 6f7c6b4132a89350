import { describe, expect, it } from 'vitest'
import { evolveAccusation } from './evolve.js'
import { accusationLifecycle } from './lifecycle.js'
import { presentAccusationEvent } from './present.js'
import { accusationWords } from './statuses.js'

const { status, event, clock, told } = accusationWords

describe('the words of an accusation', () => {
  it('name every status, in both languages', () => {
    expect(Object.keys(status).sort()).toEqual(Object.keys(accusationLifecycle).sort())
    for (const { en, zh } of [status, event, clock].flatMap((words) => Object.values(words))) {
      expect(en).toMatch(/^[A-Z]/)
      expect(zh).toMatch(/[\u4e00-\u9fff]/)
    }
  })

  it('speak of acts that there are, and of none that its author is not shown', () => {
    const acts = Object.keys(event).filter((type) => !type.startsWith('core.'))
    for (const type of acts) {
      expect(Object.keys(evolveAccusation)).toContain(type)
      const shown = { type, by: { kind: 'system' }, data: { petitioners: [] } } as never
      expect(presentAccusationEvent(shown, 'petitioner'), type).toBeDefined()
    }
    for (const type of Object.keys(told)) expect(acts).toContain(type)
  })
})
