import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { clause, parse, print, sameTree, statements } from '../../packages/language/src/index.ts'
import { expect, test } from '@playwright/test'
import { layoutStack } from '../../apps/editor/src/designer/canvas/layout.ts'
import { runCommand } from '../../apps/editor/src/designer/engine/command.ts'
import { readDocument } from '../../apps/editor/src/designer/engine/document.ts'
import { rowsOf } from '../../apps/editor/src/designer/engine/rows.ts'

const corpus = process.env['CAIRN_CORPUS'] ?? ''
const isClean = (text: string) => !parse(text).diagnostics.some(({ severity }) => severity === 'error')

/** Every object with a stack of every workspace, as its own text. */
const objects = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.xs'))
  .flatMap((path) => {
    const text = readFileSync(join(corpus, path), 'utf8')
    if (!isClean(text)) return []
    return parse(text).file.objects.flatMap((object) =>
      object.kind === 'statement' && clause(object.body, 'stack') !== null ? [{ path, text: print(object) }] : [],
    )
  })

test('every stack opens in the list and on the canvas, and prints back to the same tree', () => {
  const wrong: string[] = []
  for (const { path, text } of objects) {
    const document = readDocument(text)
    const stack = clause(document.object?.body ?? null, 'stack')?.body ?? null
    const wanted = [...statements(document.object?.body ?? null)]
      .map(({ address }) => address)
      .filter((address) => address.startsWith('stack.'))
    const boxes = new Set(layoutStack(stack, 'stack').boxes.map(({ key }) => key))
    const rows = new Set(rowsOf(stack, 'stack', new Set()).map(({ key }) => key))
    const lost = wanted.filter((address) => !boxes.has(address) || !rows.has(address))
    const written = runCommand(document, () => [])
    if (lost.length > 0 || written === null || !sameTree(written.document.file, document.file)) wrong.push(path)
  }
  console.log(`${objects.length} stacks`)
  expect(objects.length).toBeGreaterThan(500)
  expect(wrong).toEqual([])
})
