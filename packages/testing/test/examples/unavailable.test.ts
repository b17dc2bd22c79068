import { parse, print, sameTree } from '@cairn/language'
import { catalogue, type StatementDefinition } from '@cairn/statements'
import { describe, expect, test } from 'vitest'
import { functionOf, inBothBuilds } from './both-builds.ts'

const unavailable = [...catalogue.values()]
  .map(({ definition }) => definition)
  .filter((definition) => definition.unavailable !== undefined)

/** The statement as somebody would write it: every argument given. */
function written({ name, args, subject, result }: StatementDefinition): string {
  const lines = Object.keys(args).map((arg) => `  ${arg} = "x"`)
  const head = subject === undefined ? name : `${name} x`
  return `${head} {\n${lines.join('\n')}\n}${result === undefined ? '' : ' as $x'}`
}

describe.each(unavailable.map((definition) => [definition.name, definition] as const))('%s', (name, definition) => {
  const text = written(definition)
  const message = `${name} is not available: ${definition.unavailable!}`

  test('parses and prints', () => {
    const { file, diagnostics } = parse(functionOf(text, 'null'))
    expect(diagnostics).toEqual([])
    expect(sameTree(parse(print(file)).file, file)).toBe(true)
  })

  test('says by its name that it is not here yet', async () => {
    const [fast, traced] = await inBothBuilds(text, {}, 'null')
    expect(fast).toMatchObject({ reason: 'not_available', message: expect.stringContaining(message) })
    expect(traced).toEqual(fast)
  })

  test('is an error like any other, and none where it is switched off', async () => {
    const caught = `try_catch {\n try {\n ${text}\n }\n catch {\n var $x {\n value = $error.message\n }\n }\n}`
    const [fast, traced] = await inBothBuilds(caught)
    expect(fast).toEqual({ value: expect.stringContaining(message) })
    expect(traced).toEqual(fast)
    const off = await inBothBuilds(`!${text}\nvar $x {\n value = 1\n}`)
    expect(off).toEqual([{ value: 1 }, { value: 1 }])
  })
})
