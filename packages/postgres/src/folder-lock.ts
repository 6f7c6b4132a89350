import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, resolve } from 'node:path'
import { coreErrors } from '@redress/core'

/** Takes the lock of a folder. @returns the function that gives it back @throws STORE_UNAVAILABLE */
export function lockFolder(folder: string): () => void {
  const file = `${resolve(folder)}.lock`
  const mine = `${process.pid} ${hostname()} ${startedAt()} ${crypto.randomUUID()}\n`
  mkdirSync(dirname(file), { recursive: true })
  if (!place(file, mine)) {
    takeOver(file)
    if (!place(file, mine)) throw held(readHolder(file))
  }
  return () => {
    // Only the own one: somebody may have deleted it by hand, and another process has it now.
    if (readHolder(file) === mine) rmSync(file, { force: true })
  }
}

/** Puts a whole file where none is. A link appears at once with its content: nobody reads half a lock. */
function place(file: string, content: string): boolean {
  const draft = `${file}.${crypto.randomUUID()}`
  writeFileSync(draft, content)
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

const longestTakeOverMs = 10_000

/** Removes the lock of a process that has ended. One process does it at a time, so that none removes the lock of the next holder. */
function takeOver(file: string): void {
  const marker = `${file}.takeover`
  const age = ageOf(marker)
  if (age !== undefined && age > longestTakeOverMs) rmSync(marker, { force: true })
  if (!place(marker, `${process.pid}\n`)) return
  try {
    const holder = readHolder(file)
    if (holder !== undefined && isAlive(holder)) throw held(holder)
    rmSync(file, { force: true })
  } finally {
    rmSync(marker, { force: true })
  }
}

function isAlive(holder: string): boolean {
  const [pid, host, started] = holder.trim().split(' ')
  // Of another machine nothing is known: it keeps its lock.
  if (host !== hostname()) return true
  // In a container that starts again everybody has the number of the one before.
  if (Number(pid) === process.pid) return Math.abs(Number(started) - startedAt()) < 2000
  try {
    process.kill(Number(pid), 0)
    return true
  } catch (error) {
    return !isCode(error, 'ESRCH')
  }
}

/** When this process began, in milliseconds since the epoch: the same in all of its threads, but for a few milliseconds. */
function startedAt(): number {
  return Math.round(Date.now() - process.uptime() * 1000)
}

function held(holder: string | undefined): Error {
  const [pid = '?', host = '?'] = holder?.trim().split(' ') ?? []
  const reason = `the folder is open in process ${pid} on ${host}; if there is none, delete the .lock file beside it`
  return coreErrors.STORE_UNAVAILABLE({ reason })
}

function readHolder(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined
    throw error
  }
}

function ageOf(file: string): number | undefined {
  try {
    return Date.now() - statSync(file).mtimeMs
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined
    throw error
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
