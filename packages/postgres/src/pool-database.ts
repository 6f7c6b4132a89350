import type { PgClient, PgPool } from './client.js'
import type { Database, Run, SqlRow } from './database.js'
import { fingerprint } from './fingerprint.js'

/** How often a statement has run when it is planned anew: a plan that was made for empty tables does not fit them when they have grown. */
const replannedAfter = [50, 500, 5000, 50_000]

export function poolDatabase(pool: PgPool): Database {
  const uses = new Map<string, { readonly base: string; count: number; name: string }>()

  /** Two stores may share a connection: the same name has to mean the same text there. */
  const nameOf = (text: string): string => {
    let use = uses.get(text)
    if (use === undefined) {
      const base = `redress ${fingerprint(text)}`
      use = { base, count: 0, name: base }
      uses.set(text, use)
    }
    use.count++
    if (replannedAfter.includes(use.count)) use.name = `${use.base} ${use.count}`
    return use.name
  }

  const runOn =
    (client: PgPool | PgClient): Run =>
    async (text, values) => {
      // Without values it is one of the definitions, which run once.
      if (values === undefined) return (await client.query({ text, values: [] })).rows as SqlRow[]
      return (await client.query({ name: nameOf(text), text, values: [...values] })).rows as SqlRow[]
    }

  return {
    run: runOn(pool),

    async transaction(work) {
      const client = await pool.connect()
      // The statement under way is rejected too; without a listener the event would end the process.
      const ignore = () => {}
      client.on('error', ignore)
      const run = runOn(client)
      try {
        await run('begin')
        const result = await work(run)
        await run('commit')
        client.off('error', ignore)
        client.release()
        return result
      } catch (error) {
        const clean = await run('rollback').then(
          () => true,
          () => false,
        )
        if (clean) client.off('error', ignore)
        client.release(!clean)
        throw error
      }
    },

    async listen(channel, heard, lost) {
      const client = await pool.connect()
      let over = false
      const end = (): void => {
        if (over) return
        over = true
        // Destroyed, so that no later borrower hears what it has not asked for.
        client.release(true)
      }
      const cut = (): void => {
        if (over) return
        end()
        lost()
      }
      client.on('error', cut)
      client.on('end', cut)
      client.on('notification', (notification) => {
        if (!over && notification.channel === channel) heard(notification.payload ?? '')
      })
      try {
        await client.query({ text: `listen ${channel}`, values: [] })
      } catch (error) {
        end()
        throw error
      }
      return end
    },
  }
}
