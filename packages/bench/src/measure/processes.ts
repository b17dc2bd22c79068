import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

export interface Running {
  process: ChildProcess
  pid: number
  /** First line of standard output, parsed. */
  ready: Record<string, unknown>
  readyAfter: number
  /** Its error output: what the pattern's first group finds in it, as soon as it does. */
  said(pattern: RegExp): Promise<string>
  stop(): Promise<void>
}

const canPin = spawnSync('taskset', ['-V']).status === 0

/** The command with `taskset` in front where that exists and a processor is asked for. */
function pinned(cpu: number | null, command: string, args: string[]): [string, string[]] {
  return canPin && cpu !== null ? ['taskset', ['-c', String(cpu), command, ...args]] : [command, args]
}

/** Starts a server that prints one JSON line when it is ready; rejects with its error output when it ends before. */
export async function startServer(
  args: string[],
  options: { cpu: number | null; env?: Record<string, string> },
): Promise<Running> {
  const begin = performance.now()
  const [command, all] = pinned(options.cpu, process.execPath, args)
  const child = spawn(command, all, { env: { ...process.env, ...options.env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-4000)))
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    child.once('exit', (code) =>
      reject(new Error(`${args.join(' ')} ended with ${code} before it was ready\n${errors}`)),
    )
  })
  return {
    process: child,
    pid: child.pid!,
    ready: JSON.parse(line) as Record<string, unknown>,
    readyAfter: performance.now() - begin,
    async said(pattern) {
      for (;;) {
        const found = pattern.exec(errors)?.[1]
        if (found !== undefined) return found
        await once(child.stderr, 'data')
      }
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

/** Runs a script to its end, with `input` as JSON on its standard input, and parses the last line it prints. */
export async function runScript<T>(args: string[], input: unknown, cpu: number | null): Promise<T> {
  const [command, all] = pinned(cpu, process.execPath, args)
  const child = spawn(command, all, { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(JSON.stringify(input))
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}`)
  return JSON.parse(output.trim().split('\n').at(-1)!) as T
}

/** Processor seconds a process has used so far, and its resident memory in MB. Linux only. */
export function usage(pid: number): { cpu: number; memory: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const status = readFileSync(`/proc/${pid}/status`, 'latin1')
  const rss = /VmRSS:\s+(\d+)/.exec(status)
  return { cpu: (Number(fields[11]) + Number(fields[12])) / 100, memory: Number(rss?.[1] ?? 0) / 1024 }
}
