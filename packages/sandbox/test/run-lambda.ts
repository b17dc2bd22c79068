import { fileURLToPath } from 'node:url'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { LambdaCall, LambdaPort, Value } from '@cairn/statements'
import { build } from 'esbuild'

/** A call of code that sees `names`. */
export function lambda(code: string, facts: Partial<LambdaCall> = {}): LambdaCall {
  return { code, names: {}, each: null, timeout: 1000, signal: new AbortController().signal, show() {}, ...facts }
}

/** The one result of code. */
export async function resultOf(port: LambdaPort, code: string, facts: Partial<LambdaCall> = {}): Promise<Value> {
  return (await port.run(lambda(code, facts)))[0] ?? null
}

/** The worker as the server ships it. */
export async function buildWorker(): Promise<{ file: URL; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-sandbox-'))
  await build({
    entryPoints: [fileURLToPath(new URL('../src/worker.ts', import.meta.url))],
    outfile: join(folder, 'worker.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  })
  return {
    file: pathToFileURL(join(folder, 'worker.mjs')),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
