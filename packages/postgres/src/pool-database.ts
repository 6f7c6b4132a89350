import type { PgClient, PgPool } from './client.js'
import type { Database, Run, SqlRow } from './database.js'
import { fingerprint } from './fingerprint.js'

export function poolDatabase(pool: PgPool): Database {
  const names = new Map<string, string>()

  const runOn =
    (client: PgPool | PgClient): Run =>
    async (text, values) => {
      // Without values it is one of the definitions, which run once.
      if (values === undefined) return (await client.query({ text, values: [] })).rows as SqlRow[]
      let name = names.get(text)
      if (name === undefined) {
        // Two stores may share a connection: the same name has to mean the same text there.
        name = `redress ${fingerprint(text)}`
        names.set(text, name)
      }
      return (await client.query({ name, text, values: [...values] })).rows as SqlRow[]
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
