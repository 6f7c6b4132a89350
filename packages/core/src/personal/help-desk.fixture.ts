import { admin, officer } from '../case/town.fixture.js'
import type { PlatformOptions } from '../platform.js'
import { createPlatform } from '../platform.js'
import { recordsOfficer } from '../retention/retention.js'
import { memoryStore } from '../store/memory.js'
import type { Store } from '../store/port.js'
import { testClock } from '../testing/test-platform.js'
import { type HelpCommands, type HelpPlugin, helps } from './help.fixture.js'

export const clerk = officer('clerk', 'works')
export const postman = officer('postman', 'works', 'postman')
export const intake = officer('intake', 'city', 'intake')
export const records = officer('records', 'works', recordsOfficer)

/** What is planted: none of it may ever be found outside of the vault. */
export const secrets = {
  text: 'SECRET-TEXT the roof leaks',
  name: 'SECRET-NAME Zhang San',
  phone: '138-0013-8000',
  other: 'SECRET-OTHER Li Si',
  otherPhone: '139-9999-9999',
} as const

export const question: HelpCommands['ask'] = {
  unit: 'works',
  texts: { text: secrets.text },
  persons: {
    p1: { name: secrets.name, phone: secrets.phone },
    p2: { name: secrets.other, phone: secrets.otherPhone },
  },
  accounts: { p1: 'ann', p2: 'bob' },
}

export interface DeskOptions extends Partial<PlatformOptions<readonly [HelpPlugin]>> {
  readonly store?: Store
  readonly at?: string
}

/** A platform with requests for help, on a store of its own unless it is given one. */
export async function desk(options: DeskOptions = {}) {
  const { store = memoryStore(), at = '2024-03-01T02:00:00Z', ...more } = options
  const clock = testClock(at)
  const plugins = [helps()] as const
  const platform = createPlatform({ plugins, now: clock.now, refreshAfter: 0, ...more, store })
  if ((await platform.organizations.current()).size === 0) {
    const unit = (id: string) => ({ id, name: id, level: 'city', type: 'department' })
    const units = [unit('city'), { ...unit('works'), parent: 'city' }, { ...unit('parks'), parent: 'city' }]
    await platform.organizations.open(units, admin)
  }
  const { request } = platform.help
  return {
    platform,
    store,
    clock,
    request,
    personal: platform.personal,
    retention: platform.retention,
    ask: (more: Partial<HelpCommands['ask']> = {}) => request.ask({ ...question, ...more }, admin),
    /** Opens a request and closes it. */
    closed: async (more: Partial<HelpCommands['ask']> = {}) => {
      const { id } = await request.ask({ ...question, ...more }, admin)
      await request.close(id, {}, admin)
      return id
    },
  }
}

/** Everything that a store holds of these names, as text. */
export async function everything(store: Store): Promise<string> {
  const log = await store.readAll(0, 100_000)
  const cells = await store.listCells('', '', 100_000)
  const { rows } = await store.find('core.inbox', { limit: 10_000 })
  return JSON.stringify({ log, cells, rows })
}
