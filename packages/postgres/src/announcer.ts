import type { Database } from './database.js'
import { fingerprint } from './fingerprint.js'
import type { Names } from './names.js'

/** Wakes those who watch the log, here and in other processes. */
export interface Announcer {
  watch(wake: () => void): () => void
  /** Events were stored by this process. */
  announce(): void
  close(): void
}

/** A NOTIFY takes a lock of the whole server at its commit: one for each commit costs two thirds of the rate. */
const quietMs = 50
const firstDelayMs = 100
const longestDelayMs = 5000

export function createAnnouncer(database: Database, names: Names): Announcer {
  const channel = `redress_${fingerprint(names.schema)}`
  const me = fingerprint(`${Math.random()} ${performance.now()}`)
  const watchers = new Set<() => void>()
  let closed = false
  let quiet: ReturnType<typeof setTimeout> | undefined
  let pending = false
  let retry: ReturnType<typeof setTimeout> | undefined
  // Each attempt to listen has a number; one that was given up ends what it has opened.
  let attempt = 0
  let stopListening: (() => void) | undefined

  const wakeAll = (): void => {
    for (const wake of watchers) queueMicrotask(wake)
  }

  const notify = (): void => {
    pending = false
    // Best effort: who does not hear of it polls.
    database.run('select pg_notify($1, $2)', [channel, me]).catch(() => {})
    quiet = later(() => {
      quiet = undefined
      if (pending) notify()
    }, quietMs)
  }

  const listen = async (delayMs: number, again: boolean): Promise<void> => {
    attempt++
    const mine = attempt
    const reconnect = (nextDelayMs: number): void => {
      if (mine !== attempt) return
      // Over: a connection that is cut while it begins to listen says so, and what it was asked fails too.
      attempt++
      stopListening = undefined
      retry = later(() => void listen(Math.min(nextDelayMs * 2, longestDelayMs), true), nextDelayMs)
    }
    try {
      const stop = await database.listen(
        channel,
        (payload) => {
          if (payload !== me) wakeAll()
        },
        () => reconnect(firstDelayMs),
      )
      if (mine !== attempt) return stop()
      stopListening = stop
      // Something may have happened while nobody listened.
      if (again) wakeAll()
    } catch {
      reconnect(delayMs)
    }
  }

  const deafen = (): void => {
    attempt++
    clearTimeout(retry)
    stopListening?.()
    stopListening = undefined
  }

  return {
    watch(wake) {
      // A function of its own, so that one that is given twice can be stopped once.
      const own = () => {
        if (watchers.has(own)) wake()
      }
      watchers.add(own)
      if (watchers.size === 1 && !closed) void listen(firstDelayMs, false)
      return () => {
        if (watchers.delete(own) && watchers.size === 0) deafen()
      }
    },

    announce() {
      wakeAll()
      if (closed) return
      pending = true
      if (quiet === undefined) notify()
    },

    close() {
      closed = true
      clearTimeout(quiet)
      deafen()
    },
  }
}

/** A timer that does not keep the process running. */
function later(callback: () => void, milliseconds: number): ReturnType<typeof setTimeout> {
  return setTimeout(callback, milliseconds).unref()
}
