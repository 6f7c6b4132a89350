// Asks "are the types wrong?" of every package as it would be published.
// The tarballs are pnpm's own: npm would leave "catalog:" and "workspace:" in them.
import { execSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const folder = mkdtempSync(path.join(tmpdir(), 'redress-pack-'))
try {
  execSync(`pnpm -r --filter "./packages/*" exec pnpm pack --pack-destination "${folder}"`, {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (const tarball of readdirSync(folder)) {
    const { status, stdout } = spawnSync('attw', ['--profile', 'esm-only', path.join(folder, tarball)], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (status === 0) {
      console.log(`${tarball}: the types resolve`)
    } else {
      console.error(stdout)
      process.exitCode = 1
    }
  }
} finally {
  rmSync(folder, { recursive: true })
}
