import { describe, expect, it } from 'vitest'
import { type Entry, entryAt, insert, SINCE_EVER, spans } from './timeline.js'

const entry = (on: string, version: number, value: string | undefined): Entry<string> => ({
  on,
  version,
  value,
})

describe('a timeline', () => {
  const timeline = [
    entry(SINCE_EVER, 1, 'first'),
    entry('2010-01-01', 2, 'replaced on its day'),
    entry('2010-01-01', 3, 'second'),
    entry('2020-01-01', 4, undefined),
  ]

  it('answers with the last entry on or before the day', () => {
    expect(entryAt(timeline, '2009-12-31')?.value).toBe('first')
    expect(entryAt(timeline, '2010-01-01')?.value).toBe('second')
    expect(entryAt(timeline, '2020-01-01')).toEqual(entry('2020-01-01', 4, undefined))
  })

  it('passes over what was recorded after a version', () => {
    expect(entryAt(timeline, '2024-01-01', 3)?.value).toBe('second')
    expect(entryAt(timeline, '2024-01-01', 2)?.value).toBe('replaced on its day')
    expect(entryAt(timeline, '2024-01-01', 0)).toBeUndefined()
  })

  it('keeps the order of days, and of recording within a day, whatever comes when', () => {
    const list: Entry<string>[] = []
    insert(list, entry('2020-01-01', 1, 'c'))
    insert(list, entry('2010-01-01', 2, 'a'))
    insert(list, entry('2010-01-01', 3, 'b'))
    expect(list.map(({ value }) => value)).toEqual(['a', 'b', 'c'])
  })

  it('lists the stretches between two days without what was replaced on its own day', () => {
    expect(spans(timeline, '2005-01-01', '2015-01-01')).toEqual([
      { value: 'first', from: '2005-01-01', until: '2010-01-01' },
      { value: 'second', from: '2010-01-01', until: '2015-01-01' },
    ])
    expect(spans(timeline, '2021-01-01')).toEqual([])
  })
})
