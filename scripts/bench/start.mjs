// `npm run bench -- --start [--json]`: how long a start takes and what it leaves in memory; exit code 1 past a bar.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '../setup/root.mjs'

const folder = mkdtempSync(join(tmpdir(), 'cairn-start-'))
// PostgreSQL runs as somebody else when we are root, and has to get through.
chmodSync(folder, 0o755)
const clone = join(folder, 'clone')
const npmStart = { program: 'npm', args: ['start'], cwd: clone }
const results = []

try {
  // What is committed, and nothing that a set-up left beside it.
  spawnSync('git', ['clone', '--quiet', root, clone], { stdio: 'inherit' })
  const data = join(folder, 'data')
  await measured('first start of a fresh clone, s', 180, () => secondsToAnswer(npmStart, data))
  await measured('second start, s', 5, () => secondsToAnswer(npmStart, data))

  const workspace = writeWorkspace(1000)
  const bundle = join(clone, 'apps/server/dist/cairn.js')
  const serve = { program: process.execPath, args: [bundle, 'serve'], cwd: clone }
  const imported = join(folder, 'imported')
  const push = [bundle, 'push', workspace]
  spawnSync(process.execPath, push, { env: environment(imported, 0), stdio: ['ignore', 'ignore', 'inherit'] })
  const empty = await measured('a server without a workspace, s', null, () => secondsToAnswer(serve, data))
  const full = await measured('a server of 1,000 endpoints, s', null, () => secondsToAnswer(serve, imported))
  const called = await measured('each of them called once, s', null, () => secondsToAnswer(serve, imported, callAll))
  await measured('1,000 endpoints read, placed, compiled and called, s', 2, async () => full - empty + called)
  await measured('memory of an idle server, MB', 120, () => secondsToAnswer(serve, data, megabytes))
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

if (process.argv.includes('--json')) console.log(JSON.stringify(results))
process.exitCode = results.some(({ value, bar }) => bar !== null && value > bar) ? 1 : 0

/** A bar of null is told, not held. */
async function measured(name, bar, measure) {
  const value = Math.round((await measure()) * 100) / 100
  results.push({ name, value, bar })
  if (!process.argv.includes('--json')) {
    console.log(
      `${bar === null ? ' ·  ' : value <= bar ? ' ok ' : 'FAIL'} ${name}: ${value}${bar === null ? '' : ` (bar ${bar})`}`,
    )
  }
  return value
}

/** Seconds from the command to the first answer over HTTP, or what `look` says of the server's process then. */
async function secondsToAnswer({ program, args, cwd }, data, look) {
  const port = await freePort()
  const begin = performance.now()
  // A group of its own: npm stands between us and the server.
  const child = spawn(program, args, {
    cwd,
    env: environment(data, port),
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  })
  let said = ''
  child.stderr.on('data', (chunk) => (said += chunk))
  const ended = once(child, 'close')
  try {
    while (!(await answers(port))) {
      if (child.exitCode !== null) throw new Error(`The server ended:\n${said}`)
      await sleep(20)
    }
    const seconds = (performance.now() - begin) / 1000
    return look === undefined ? seconds : await look(child.pid, port)
  } finally {
    process.kill(-Number(child.pid), 'SIGTERM')
    await ended
  }
}

async function answers(port) {
  const response = await fetch(`http://127.0.0.1:${port}/api:meta/setup`).catch(() => null)
  return response?.ok === true
}

/** Seconds until each endpoint was called, which compiles it. */
async function callAll(_pid, port) {
  const begin = performance.now()
  const names = Array.from({ length: 1000 }, (_, n) => `item_${n}`)
  const call = async () => {
    for (let name = names.pop(); name !== undefined; name = names.pop()) {
      const response = await fetch(`http://127.0.0.1:${port}/api:g/${name}`)
      if (!response.ok) throw new Error(`${name} answered ${response.status}: ${await response.text()}`)
    }
  }
  await Promise.all(Array.from({ length: 8 }, call))
  return (performance.now() - begin) / 1000
}

/** Once it has come to rest; 0 where the system does not tell. */
async function megabytes(pid) {
  await sleep(3000)
  if (process.platform !== 'linux') return 0
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
}

function environment(data, port) {
  return {
    ...process.env,
    PORT: String(port),
    HOST: '127.0.0.1',
    CAIRN_DATA_DIR: data,
    DATABASE_URL: '',
    REDIS_URL: '',
  }
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address()
  probe.close()
  await once(probe, 'close')
  return port
}

function writeWorkspace(endpoints) {
  const path = join(folder, 'thousand')
  mkdirSync(path)
  writeFileSync(
    join(path, 'base.xs'),
    'table item {\n  schema {\n    int id\n    text name\n  }\n}\n---\napi_group g {\n  canonical = "g"\n}\n',
  )
  for (let n = 0; n < endpoints; n += 1) writeFileSync(join(path, `q${n}.xs`), endpoint(n))
  return path
}

function endpoint(n) {
  return `query "item_${n}" verb=GET {
  api_group = "g"

  input {
    int least?
    text name? filters=trim
  }

  stack {
    var $limit {
      value = $input.least + ${n}
    }

    conditional {
      if ($limit > 10) {
        db.query item {
          where = $db.item.id > $limit && $db.item.name == $input.name
          return = {type: "list"}
        } as $items
      }

      else {
        var $items {
          value = []
        }
      }
    }
  }

  response = $items
}
`
}
