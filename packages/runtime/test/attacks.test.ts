import { print } from '@cairn/language'
import type { Expression } from '@cairn/language'
import { fakePorts } from '@cairn/testing'
import { describe, expect, test } from 'vitest'
import { compileStack } from '../src/compile/compile-stack.ts'
import { functionOf, program, runStack } from './run-stack.ts'

const hostile = [
  '"; process.exit(1); "',
  "'; throw 1; '",
  '`${process.exit(1)}`',
  '*/ process.exit(1) /*',
  '\\u0022; evil()',
  'a\nb()',
  'constructor',
  '__proto__',
  'prototype',
  'toString',
  'hasOwnProperty',
  '\u2028evil()',
  '${evil}',
  '</script>',
  "k0('x')",
  'run',
  'v0',
]

const text = (value: string): Expression => ({ kind: 'text', value, quote: '"', raw: null, start: -1, end: -1 })

describe('text of a user never becomes code (class 1)', () => {
  test.each(hostile)('%j as a text, a key, a variable and a path', async (word) => {
    const quoted = print(text(word))
    const stack = `var $o {\n value = {${quoted}: ${quoted}}\n}\nvar $x {\n value = [$o, $o[${quoted}], ${quoted} ~ "!"]\n}`
    const object = Object.fromEntries([[word, word]])
    expect(await runStack(stack)).toEqual([object, word, `${word}!`])
  })

  test.each(hostile)('what is generated for %j holds it in string literals only', (word) => {
    const quoted = print(text(word))
    const loaded = program(
      functionOf(
        `var $x {\n value = {${quoted}: ${quoted}}\n}\nvar $y {\n value = $x[${quoted}]|get:${quoted}:${quoted}\n}`,
      ),
    )
    const { stack, response } = loaded.function('f')!.object
    const { source } = compileStack({ stack, response }, { async: false, traced: true })
    const code = source.replace(/"(?:[^"\\]|\\.)*"/g, '""')
    expect(code).toMatch(/^[\w\s"(){}[\];,.:?!=<>&|+*/%'-]*$/)
    expect(code).not.toMatch(/process|evil|exit|constructor|__proto__|prototype|hasOwnProperty|toString|script/)
  })

  test.each([
    ['$x.constructor', null],
    ['$x["constructor"]', null],
    ['$x.__proto__', null],
    ['$x.toString', null],
    ['$x.a.constructor.constructor', null],
    ['$list.constructor', []],
    ['"text"|get:"constructor":null', null],
    ['$x|get:"__proto__":null', null],
    ['$x|get:"constructor.prototype":null', null],
    ['$x|has:"constructor"', false],
    ['$t.length', null],
    ['$list.push', []],
  ])('%s reaches nothing of the host', async (expression, expected) => {
    const stack = `var $x {\n value = {a: {}}\n}\nvar $list {\n value = []\n}\nvar $t {\n value = "abc"\n}`
    expect(await runStack(stack, {}, expression)).toEqual(expected)
  })

  test.each(['$env.SECRET', '$auth.id', '$input.a', '$secret', '$var.secret', '$$|map:$env.SECRET'])(
    'to_expr may not look at %s',
    async (expression) => {
      const stack = `var $secret {\n value = 1\n}\nvar $x {\n value = ${print(text(expression))}|to_expr\n}`
      await expect(runStack(stack)).rejects.toMatchObject({ reason: 'forbidden_variable' })
    },
  )
})

describe('a template that is computed may not look at $env (class 1)', () => {
  const ports = fakePorts({ env: { SECRET: 's3cret' } })
  const template = (value: string) => `util.template_engine {\n value = ${value}\n} as $x`

  test.each(['$sent', '"Hi " ~ $sent', '$sent|trim'])('%s', async (value) => {
    const sent = print(text('{{ $env.SECRET }}'))
    const stack = `var $sent {\n value = ${sent}\n}\n${template(value)}`
    await expect(runStack(stack, { ports })).rejects.toMatchObject({ reason: 'template_env', at: 'stack.1' })
  })

  test('a written one may', async () => {
    expect(await runStack(template('"{{ $env.SECRET }}"'), { ports })).toBe('s3cret')
  })
})

describe('no stack changes a prototype (class 11)', () => {
  test.each([
    'var $x {\n value = {}\n}\nvar.update $x.__proto__.polluted {\n value = true\n}',
    'var $x {\n value = {}\n}\nvar.update $x.constructor.prototype.polluted {\n value = true\n}',
    'var $x {\n value = {}\n}\nvar.update $x["__proto__"]["polluted"] {\n value = true\n}',
    'var $x {\n value = {}|set:"__proto__.polluted":true\n}',
    'var $x {\n value = {}\n}\nvar.update $x {\n value = $x|set:"__proto__":{polluted: true}\n}',
    'var $x {\n value = {"__proto__": {polluted: true}}\n}',
    'var $x {\n value = {...{"__proto__": {polluted: true}}}\n}',
    'var $x {\n value = "{\\"__proto__\\": {\\"polluted\\": true}}"|json_decode\n}\nvar.update $x {\n value = {}|merge:$x\n}',
    'var $x {\n value = {}|merge_recursive:("{\\"__proto__\\": {\\"polluted\\": true}}"|json_decode)\n}',
    'array.group_by (["__proto__"]) {\n by = $this\n} as $x',
  ])('%s', async (stack) => {
    await runStack(stack)
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    expect(await runStack(`${stack}\nvar $y {\n value = {}\n}`, {}, '$y.polluted')).toBeNull()
    expect(await runStack(stack, {}, '$x.polluted')).toBeNull()
  })
})
