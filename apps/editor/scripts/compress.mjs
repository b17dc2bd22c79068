/** Writes `<file>.br` beside every file of out/ that is worth it, so that the server compresses nothing while it serves. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'

const WORTH_IT = /\.(?:css|html|js|json|svg|txt)$/
const LEAST_BYTES = 1024

const out = join(dirname(fileURLToPath(import.meta.url)), '..', 'out')
const compress = promisify(brotliCompress)
const files = (await readdir(out, { recursive: true })).filter((file) => WORTH_IT.test(file))

const written = await Promise.all(
  files.map(async (file) => {
    const body = await readFile(join(out, file))
    if (body.length < LEAST_BYTES) return 0
    await writeFile(join(out, `${file}.br`), await compress(body))
    return 1
  }),
)
console.log(`compressed: ${written.reduce((sum, one) => sum + one, 0)} files`)
