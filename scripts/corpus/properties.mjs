import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../setup/root.mjs'

const cases = 300

/**
 * For every test and many cases: the traced build answers as the fast one, and a recording, replayed, gives the trace of
 * the run that was watched.
 */
export async function properties(corpus) {
  const outdir = join(root, 'apps/server/dist/properties')
  // Comes with the packages, so only once those are there.
  const { bundle } = await import('../setup/bundle.mjs')
  await bundle({ properties: join(root, 'apps/server/test/properties/corpus.ts') }, outdir)
  const run = spawnSync(process.execPath, [join(outdir, 'properties.js'), corpus, String(cases)], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  if (run.status !== 0) throw new Error(`The comparison ended with ${run.status}\n${run.stderr}`)
  const found = JSON.parse(run.stdout)
  const count = (holds) => found.filter(holds).length
  const tests = count(({ kind }) => kind === 'test')
  const [asFast, asTraced] = [count((one) => one.tracedAsFast), count((one) => one.replaysAsTraced)]
  return {
    name: 'properties',
    ok: tests > 0 && asFast === found.length && asTraced === found.length,
    summary: `${tests} tests, ${found.length - tests} cases: traced as fast ${asFast}, replays as traced ${asTraced}`,
    details: found.flatMap(({ name, differences }) => differences.map((one) => `${name}: ${one}`)),
  }
}
