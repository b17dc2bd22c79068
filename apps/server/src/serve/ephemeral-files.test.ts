import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createEphemeralFiles, sweepEphemeralFiles } from './ephemeral-files.ts'

test('what a killed process left goes, and only that', async () => {
  const data = await mkdtemp(join(tmpdir(), 'cairn-ephemeral-'))
  onTestFinished(() => rm(data, { recursive: true }))
  await sweepEphemeralFiles(data)
  const living = basename(await createEphemeralFiles(data))
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  const host = hostname().replaceAll(/[^\w.]/g, '_')
  const elsewhere = `another.host-${pid}-abcdef`
  for (const name of [`${host}-${pid}-abcdef`, elsewhere, `${host}-notes`]) {
    await mkdir(join(data, 'ephemeral', name))
    await writeFile(join(data, 'ephemeral', name, 'a'), 'a')
  }
  await sweepEphemeralFiles(data)
  expect((await readdir(join(data, 'ephemeral'))).toSorted()).toEqual([living, elsewhere, `${host}-notes`].toSorted())
})
