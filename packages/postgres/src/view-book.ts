import { coreErrors, type ViewDefinition } from '@redress/core'
import { loadViews, type ViewState, type ViewVersions } from './catalog.js'
import type { Run } from './database.js'
import type { Names } from './names.js'
import type { ViewTable } from './view-table.js'

/** What this process knows of the views. Other processes change them: a statement that meets another epoch has it read again. */
export interface ViewBook {
  state(): Promise<ViewState>
  /** On the connection at hand, since a transaction may hold the last one of the pool. */
  reload(on?: Run): Promise<ViewState>
  /** Takes over a state that was just read. */
  learn(state: ViewState): void
  /** Which versions this process can write. Told before they are made ready, since commits under way meet them at once. */
  know(definitions: readonly ViewDefinition[]): void
  /** The tables that queries of a view are answered from. @throws QUERY_INVALID, STORE_NEWER */
  readable(state: ViewState, view: string): { readonly table: ViewTable; readonly old: boolean }
  /** The tables that rows of a view are written to. @throws QUERY_INVALID, STORE_NEWER */
  writable(state: ViewState, view: string): readonly ViewTable[]
}

export function createViewBook(run: Run, names: Names): ViewBook {
  let latest: ViewState | undefined
  const known = new Map<string, number>()

  const learn = (state: ViewState): void => {
    // Two that were read at once may arrive in either order.
    if (latest === undefined || BigInt(latest.epoch) <= BigInt(state.epoch)) latest = state
  }
  const reload = async (on = run): Promise<ViewState> => {
    const state = await loadViews(on, names)
    learn(state)
    return state
  }
  const versionsOf = (state: ViewState, view: string): ViewVersions => {
    const versions = state.views.get(view)
    if (versions === undefined || !known.has(view))
      throw coreErrors.QUERY_INVALID({ reason: `there is no view '${view}'` })
    return versions
  }
  const refuseNewer = ({ name, version }: ViewTable): void => {
    const mine = known.get(name) ?? 0
    // This process would write rows of an older release among the new ones.
    if (version > mine) throw coreErrors.STORE_NEWER({ what: `view '${name}'`, stored: version, known: mine })
  }

  return {
    state: async () => latest ?? (await reload()),
    reload,
    learn,
    know(definitions) {
      for (const { name, version } of definitions) known.set(name, Math.max(version, known.get(name) ?? 0))
    },
    readable(state, view) {
      const { newest, ready } = versionsOf(state, view)
      refuseNewer(ready ?? newest)
      return { table: ready ?? newest, old: ready !== undefined && ready !== newest }
    },
    writable(state, view) {
      const { newest, ready } = versionsOf(state, view)
      refuseNewer(newest)
      return ready === undefined || ready === newest ? [newest] : [newest, ready]
    },
  }
}
