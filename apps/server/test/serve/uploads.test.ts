import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { startServe, temporaryFolder } from './served-process.ts'

const uploads = fileURLToPath(new URL('uploads', import.meta.url))

interface Uploaded {
  file: { access: string; path: string; name: string; size: number; mime: string }
  signed: string
}

test('an upload is kept, opened with its signed address, and gone with the server', { timeout: 120_000 }, async () => {
  const folder = await temporaryFolder()
  const serve = await startServe(folder, '--workspace', uploads, '--ephemeral', '--workers', '2')
  const { url } = serve.ready
  const upload = async (access: string): Promise<Uploaded> => {
    const body = new FormData()
    body.append('document', new File(['hello'], '../é.txt', { type: 'text/plain' }))
    body.append('access', access)
    return (await fetch(`${url}/api:uploads/document`, { method: 'POST', body })).json() as Promise<Uploaded>
  }
  const kept = await upload('private')
  expect(kept.file).toMatchObject({ access: 'private', name: 'é.txt', size: 5, mime: 'text/plain' })
  // Many times: either worker has to find what the other one kept.
  for (let time = 0; time < 6; time += 1) {
    const [bare, signed] = await Promise.all([fetch(url + kept.file.path), fetch(kept.signed)])
    expect([bare.status, signed.status, await signed.text()]).toEqual([403, 200, 'hello'])
  }
  expect(await (await fetch(url + (await upload('public')).file.path)).text()).toBe('hello')

  const forged = await fetch(`${url}/api:uploads/document`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ document: kept.file, access: 'public' }),
  })
  expect([forged.status, await forged.json()]).toEqual([
    400,
    expect.objectContaining({ code: 'ERROR_CODE_INPUT_ERROR' }),
  ])

  expect(await serve.stop()).toBe(0)
  expect(await readdir(join(folder, 'ephemeral'))).toEqual([])
  expect(await readdir(folder)).not.toContain('files')
})
