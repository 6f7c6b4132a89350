import { coreErrors, isPlatformError, type ViewDefinition, type ViewIndex } from '@redress/core'
import type { Database, Run } from './database.js'
import { failureOf } from './failure.js'
import { keepPositionsGrowing, migrate, positionsGrow } from './migrations.js'
import type { Names } from './names.js'
import {
  checkView,
  createStatements,
  dropStatements,
  extendStatements,
  type ViewTable,
  viewTable,
} from './view-table.js'

/** The views as one moment knew them. */
export interface ViewState {
  /** Counts the changes of the views, by any process. */
  readonly epoch: string
  readonly views: ReadonlyMap<string, ViewVersions>
}

/** A view: its newest version, and the one that queries are answered from if they differ. */
export interface ViewVersions {
  readonly newest: ViewTable
  readonly ready: ViewTable | undefined
}

export async function loadViews(run: Run, names: Names): Promise<ViewState> {
  // One statement, so that the views belong to the epoch.
  const rows = await run(
    `select m.epoch::text, v.definition::text, v.ready from ${names.meta} m left join ${names.views} v on true
    order by v.name, v.version`,
    [],
  )
  const views = new Map<string, ViewVersions>()
  for (const { definition, ready } of rows) {
    if (definition === null) continue
    const table = viewTable(JSON.parse(definition as string) as ViewDefinition, names)
    const older = views.get(table.name)
    views.set(table.name, { newest: table, ready: ready === true ? table : older?.ready })
  }
  return { epoch: String(rows[0]?.epoch), views }
}

/** Makes the tables of the library and of the views. */
export async function prepareViews(
  database: Database,
  names: Names,
  definitions: readonly ViewDefinition[],
): Promise<ViewState> {
  for (const definition of definitions) checkView(definition)
  return changing(database, async (run) => {
    await migrate(run, names)
    const { views } = await loadViews(run, names)
    for (const { name, version } of definitions) {
      const stored = views.get(name)?.newest.version ?? 0
      if (stored > version) throw coreErrors.STORE_NEWER({ what: `view '${name}'`, stored, known: version })
    }
    const changed = definitions.filter((definition) => isChanged(views.get(definition.name), definition))
    if (changed.length > 0 || !(await positionsGrow(run, names))) {
      await keepWritersOut(run, names)
      await keepPositionsGrowing(run, names)
      const [log] = await run(`select not exists (select from ${names.events}) as is_empty`)
      for (const definition of changed) {
        await change(run, names, definition, views.get(definition.name), log?.is_empty === true)
      }
      await nextEpoch(run, names)
    }
    return loadViews(run, names)
  })
}

/** From now on queries are answered from the newest version. */
export async function swapView(database: Database, names: Names, name: string): Promise<ViewState> {
  return changing(database, async (run) => {
    await migrate(run, names)
    const versions = (await loadViews(run, names)).views.get(name)
    if (versions !== undefined && versions.ready !== versions.newest) {
      await keepWritersOut(run, names)
      if (versions.ready !== undefined) await drop(run, names, versions.ready)
      await run(`update ${names.views} set ready = true where name = $1`, [name])
      await nextEpoch(run, names)
    }
    return loadViews(run, names)
  })
}

const mostAttempts = 6

/** Again where it met a query that holds what is to be dropped: one of the two had to give way. */
async function changing<Result>(database: Database, work: (run: Run) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.transaction(work)
    } catch (error) {
      if (attempt >= mostAttempts || isPlatformError(error) || failureOf(error) !== 'repeat') throw error
    }
  }
}

/** Waits for the commits under way; later ones wait, and then see the next epoch, since they take their snapshot after the lock. */
async function keepWritersOut(run: Run, names: Names): Promise<void> {
  await run(`lock table ${names.events} in share mode`)
}

async function nextEpoch(run: Run, names: Names): Promise<void> {
  await run(`update ${names.meta} set epoch = epoch + 1`)
}

function isChanged(versions: ViewVersions | undefined, definition: ViewDefinition): boolean {
  if (versions === undefined || versions.newest.version < definition.version) return true
  return addedIndexes(versions.newest, definition).length > 0
}

function addedIndexes({ definition }: ViewTable, { indexes }: ViewDefinition): readonly ViewIndex[] {
  const textOf = ({ equal, sort, sparse }: ViewIndex) => JSON.stringify([equal, sort, sparse === true])
  const there = new Set(definition.indexes.map(textOf))
  return indexes.filter((index) => !there.has(textOf(index)))
}

async function change(
  run: Run,
  names: Names,
  definition: ViewDefinition,
  versions: ViewVersions | undefined,
  logIsEmpty: boolean,
): Promise<void> {
  if (versions?.newest.version === definition.version) return extend(run, names, versions.newest, definition)
  const { newest, ready } = versions ?? {}
  // What was building is overtaken. Where nothing has happened there is nothing to build from.
  if (newest !== undefined && newest !== ready) await drop(run, names, newest)
  if (logIsEmpty && ready !== undefined) await drop(run, names, ready)
  const table = viewTable(definition, names)
  for (const statement of createStatements(table)) await run(statement)
  await run(`insert into ${names.views} values ($1, $2::integer, $3::json, $4::boolean)`, [
    table.name,
    String(table.version),
    JSON.stringify(definition),
    String(logIsEmpty),
  ])
}

/** Indexes that a later release adds without raising the version. None is taken away: an older process may still ask for it. */
async function extend(run: Run, names: Names, there: ViewTable, definition: ViewDefinition): Promise<void> {
  const added = addedIndexes(there, definition)
  const lists = [...new Set([...(there.definition.lists ?? []), ...(definition.lists ?? [])])]
  const extended = { ...there.definition, lists, indexes: [...there.definition.indexes, ...added] }
  for (const statement of extendStatements(viewTable(extended, names), added)) await run(statement)
  await run(`update ${names.views} set definition = $3::json where name = $1 and version = $2::integer`, [
    there.name,
    String(there.version),
    JSON.stringify(extended),
  ])
}

async function drop(run: Run, names: Names, table: ViewTable): Promise<void> {
  for (const statement of dropStatements(table)) await run(statement)
  await run(`delete from ${names.views} where name = $1 and version = $2::integer`, [
    table.name,
    String(table.version),
  ])
}
