import { memoryStore } from '@redress/core'
import { expect, it } from 'vitest'
import { evolveComplaint } from '../complaint/evolve.js'
import { play } from './play.fixture.js'
import { playRooms } from './play-rooms.fixture.js'

it('nothing that people say of themselves is seen in the log, the views, the cells, an event or an error', async () => {
  const store = memoryStore()
  expect(await play(store)).toEqual([])
  // It was a whole play, and it went through.
  const types = new Set((await store.readAll(0, 100_000)).map((event) => event.type))
  expect(Object.keys(evolveComplaint).filter((type) => !types.has(type))).toEqual([])
}, 120_000)

it('nor in any other room', async () => {
  const store = memoryStore()
  const { sights, refused } = await playRooms(store)
  expect(sights).toEqual([])
  // It went through; only a crash leaves a hand-over to be finished.
  expect(refused).toEqual(['petition.receptionCentre.visit.finishHandOver'])
}, 120_000)
