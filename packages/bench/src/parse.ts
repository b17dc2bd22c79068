/**
 * `npm run bench -- --parse [--json]`: milliseconds for 5,000 lines of this package's workspace, written over and over: to
 * read them into a tree, to print the tree, and to read them as a workspace. The median of some rounds, after a warm-up.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { parse, print, readWorkspace } from '@cairn/language'

const LINES = 5000
const WARM_UP = 10
const ROUNDS = 21

const { values: options } = parseArgs({ options: { json: { type: 'boolean', default: false } } })

/** Whole copies of the workspace's files, at least as many lines as are measured. */
function source(): { text: string; lines: number } {
  const folder = fileURLToPath(new URL('../workspace/', import.meta.url))
  const names = readdirSync(folder).filter((name) => name.endsWith('.xs'))
  const copy = names.map((name) => readFileSync(folder + name, 'utf8').trimEnd()).join('\n---\n')
  const lines = copy.split('\n').length + 1
  const copies = Math.ceil(LINES / lines)
  return { text: Array.from({ length: copies }, () => copy).join('\n---\n'), lines: copies * lines }
}

/** Median milliseconds of `run` for 5,000 lines. */
function measure(lines: number, run: () => void): number {
  for (let round = 0; round < WARM_UP; round++) run()
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  const median = times.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? 0
  return Math.round(((median * LINES) / lines) * 10) / 10
}

const { text, lines } = source()
const { file, diagnostics } = parse(text)
if (diagnostics.length > 0) throw new Error(`The workspace cannot be read: ${diagnostics[0]?.message}`)

const result = {
  parse: measure(lines, () => parse(text)),
  print: measure(lines, () => print(file)),
  readWorkspace: measure(lines, () => readWorkspace([{ path: 'all.xs', text }])),
}
if (options.json) console.log(JSON.stringify(result))
else for (const [name, time] of Object.entries(result)) console.log(`${name}: ${time} ms per ${LINES} lines`)
