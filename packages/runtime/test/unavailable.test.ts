import { parse, print, sameTree } from '@cairn/language'
import { catalogue, type StatementDefinition } from '@cairn/statements'
import { expect, test } from 'vitest'
import { functionOf, runStack, silent } from './run-stack.ts'

const unavailable = [...catalogue.values()]
  .map(({ definition }) => definition)
  .filter((definition) => definition.unavailable !== undefined)

/** The statement as somebody would write it: every argument given. */
function written({ name, args, subject, result }: StatementDefinition): string {
  const lines = Object.keys(args).map((arg) => `  ${arg} = "x"`)
  const head = subject === undefined ? name : `${name} x`
  return `${head} {\n${lines.join('\n')}\n}${result === undefined ? '' : ' as $x'}`
}

test.each(unavailable.map((definition) => [definition.name, definition] as const))(
  '%s parses, prints, and says by its name that it is not here yet',
  async (name, definition) => {
    const text = functionOf(written(definition), 'null')
    const { file, diagnostics } = parse(text)
    expect(diagnostics).toEqual([])
    expect(sameTree(parse(print(file)).file, file)).toBe(true)
    for (const trace of [null, silent]) {
      await expect(runStack(written(definition), { trace }, 'null')).rejects.toMatchObject({
        reason: 'not_available',
        message: expect.stringContaining(`${name} is not available: ${definition.unavailable!}`),
      })
    }
  },
)
