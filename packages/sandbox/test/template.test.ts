import { createInlineSandbox } from '../src/index.ts'
import { describe, expect, test } from 'vitest'
import type { Value } from '@cairn/statements'

const port = createInlineSandbox()

/** What code gives in the context that templates run in. */
async function inContext(code: string): Promise<Value> {
  const [value] = await port.run({
    code,
    library: 'twig',
    names: {},
    each: null,
    timeout: 3000,
    signal: new AbortController().signal,
    show() {},
  })
  return value ?? null
}

async function render(template: string, names: { [name: string]: Value } = {}): Promise<Value> {
  const [text] = await port.run({
    code: 'return renderTemplate($template, $names)',
    library: 'twig',
    names: { $template: template, $names: names },
    each: null,
    timeout: 3000,
    signal: new AbortController().signal,
    show() {},
  })
  return text ?? null
}

const $var = { name: 'Ada', n: 3, list: ['a', 'b'], user: { name: 'Bob', admin: true }, html: '<b>"x"</b>' }

test.each([
  ['a member', 'Hi {{ $var.user.name }}', 'Hi Bob'],
  ['an environment value of the request', '{{ $env.$remote_ip }}', '1.2.3.4'],
  ['nothing where nothing is', '[{{ $var.none.deep }}{{ none }}]', '[]'],
  ['a default', '{{ $var.none|default("x") }}', 'x'],
  ['a key in brackets', '{{ $var["user"]["name"] }}{{ $var.list[1] }}', 'Bobb'],
  ['a condition', '{% if $var.n > 2 and $var.user.admin %}yes{% elseif 1 %}?{% else %}no{% endif %}', 'yes'],
  ['a test', '{% if $var.user is defined %}a{% endif %}{% if $var.none is not defined %}b{% endif %}', 'ab'],
  ['a ternary', "{{ $var.user.admin ? 'Active' : 'Inactive' }}", 'Active'],
  ['a loop', '{% for v in $var.list %}{{ loop.index0 }}{{ v }}{{ loop.last ? "." : "," }}{% endfor %}', '0a,1b.'],
  ['a loop with a condition', '{% for v in $var.list if v == "b" %}{{ v }}{% endfor %}', 'b'],
  ['keys and values', '{% for k, v in $var.user %}{{ k }}={{ v }} {% endfor %}', 'name=Bob admin=true '],
  ['an object of its own', "{% set u = {'name': 'Al'} %}{{ u.name }}", 'Al'],
  ['a captured block as JSON', '{% set h %}<p>"{{ $var.n }}"</p>{% endset %}{{ h|json_encode }}', '"<p>\\"3\\"<\\/p>"'],
  [
    'filters',
    '{{ $var.name|upper|lower|capitalize }} {{ "a b"|url_encode }} {{ $var.list|join("-") }}',
    'Ada a%20b a-b',
  ],
  ['a filter call', '{{ $var.list|json_encode() }}', '["a","b"]'],
  ['escaping on demand', '{{ $var.html }} {{ $var.html|e }}', '<b>"x"</b> &lt;b&gt;&quot;x&quot;&lt;/b&gt;'],
  ['escaping for an attribute', "{{ 'a\"b'|e('html_attr') }}", 'a&quot;b'],
  ['white space control', 'a {%- if 1 -%} b {%- endif %}', 'ab'],
  ['white space control of a line', 'a\n  {%~ if 1 ~%}  b{% endif %}', 'a\nb'],
  ['JSON as PHP writes it', '{{ {"a": "é/"}|json_encode }}', '{"a":"\\u00e9\\/"}'],
  ['a comment', 'a{# {{ $var.n }} #}b', 'ab'],
  ['a macro', '{% macro hi(x) %}<{{ x }}>{% endmacro %}{% import _self as m %}{{ m.hi("a") }}', '<a>'],
  ['arithmetic and joining', '{{ $var.n * 2 + 1 }}{{ "x" ~ $var.n }}', '7x3'],
  ['a date', '{{ 0|date("Y-m-d") }}', '1970-01-01'],
])('%s', async (_name, template, expected) => {
  expect(await render(template, { $var, $env: { $remote_ip: '1.2.3.4' } })).toBe(expected)
})

describe('a template reaches nothing but what it was given', () => {
  test.each([
    ['{{ constructor }}{{ this }}{{ globalThis }}{{ self }}{{ process }}{{ require }}'],
    ['{{ $var.constructor }}{{ $var.list.constructor }}{{ $var.name.constructor }}'],
    ['{{ $var.constructor.constructor }}'],
    ['{{ $var["constructor"]["constructor"] }}'],
    ['{{ attribute($var, "constructor") }}'],
    ['{{ $var.__proto__ }}{{ $var["__proto__"] }}{{ $var.user.toString }}'],
    ['{{ $var.list.map }}{{ $var.list["map"] }}{{ "a".length }}'],
    ['{% set x = $var.list.filter %}{{ x }}{% set y = "".constructor %}{{ y }}'],
    ['{{ _context.constructor }}{{ _context["constructor"] }}'],
    ['{% for k in ["constructor"] %}{{ $var[k] }}{% endfor %}'],
  ])('%s is nothing', async (template) => {
    expect(await render(template, { $var })).toBe('')
  })

  test.each([
    ['{{ constructor("return 7*7") }}', /constructor/],
    ['{{ ""|constructor }}', /constructor/],
    ['{{ 1|valueOf }}', /valueOf/],
    ['{% if 1 is constructor %}x{% endif %}', /./],
    ['{{ system("id") }}', /system/],
    ['{{ ["id"]|filter("system") }}', /filter/],
    ['{{ $var.list|map(v => v) }}', /./],
    ['{% include "/etc/passwd" %}', /inline template/],
    ['{% extends "/etc/passwd" %}', /inline template/],
    ['{% import "/etc/passwd" as x %}', /inline template/],
    ['{% use "/etc/passwd" %}', /inline template/],
    ['{% embed "/etc/passwd" %}{% endembed %}', /inline template/],
    ['{{ include("/etc/passwd") }}', /./],
    ['{{ source("/etc/passwd") }}', /cannot read another one/],
    ['{{ source("http://127.0.0.1/") }}', /cannot read another one/],
    ['{% if %}', /./],
    ['{{ $var.', /./],
  ])('%s fails', async (template, message) => {
    const failure = await render(template, { $var }).catch((error: unknown) => error)
    expect(failure).toMatchObject({ reason: 'template_error', message: expect.stringMatching(message) })
    expect(String(failure)).not.toMatch(/root:|cairn|49/)
  })

  test('a text of a template is not a template', async () => {
    expect(await render('{{ $var.x }}', { $var: { x: '{{ 7*7 }}{% include "a" %}' } })).toBe(
      '{{ 7*7 }}{% include "a" %}',
    )
  })

  test('what one template changes, no other one sees', async () => {
    await render('{% set $var = 1 %}{% macro x() %}{% endmacro %}', { $var }).catch(() => {})
    expect(await render('{{ $var.name }}', { $var })).toBe('Ada')
  })
})

describe('what ran before has left nothing', () => {
  test.each([
    ['a global', 'globalThis.left = "secret"', 'return globalThis.left ?? "nothing"'],
    ['a member of all objects', 'Object.prototype.left = "secret"', 'return ({}).left ?? "nothing"'],
    ['a built-in that spies', 'JSON.parse = () => "secret"', 'return JSON.parse("1") === 1 ? "nothing" : "secret"'],
    [
      'a promise that never ends',
      'setInterval(() => { globalThis.left = "secret" }, 1)',
      'return globalThis.left ?? "nothing"',
    ],
  ])('%s', async (_what, before, after) => {
    await inContext(before)
    expect(await inContext(after)).toBe('nothing')
    expect(await render('{{ $var.name }}{{ left }}', { $var })).toBe('Ada')
  })

  test('a renderer that was replaced', async () => {
    await inContext('Object.defineProperty(globalThis, "renderTemplate", { value: () => "secret" })').catch(() => {})
    expect(await render('{{ $var.name }}', { $var })).toBe('Ada')
  })

  test('what failed, ran out of memory or out of time', async () => {
    for (const code of ['throw new Error("x")', 'const a = []; for (;;) a.push("x".repeat(1000))', 'for (;;);']) {
      await expect(inContext(`globalThis.left = 1; ${code}`)).rejects.toMatchObject({ name: 'StackError' })
      expect(await inContext('return globalThis.left ?? "nothing"')).toBe('nothing')
    }
  })

  test('many at once see their own names only', async () => {
    const texts = Array.from({ length: 20 }, (_, n) =>
      render('{{ mine }}{{ other }}', n % 2 ? { mine: n } : { other: n }),
    )
    expect(await Promise.all(texts)).toEqual(Array.from({ length: 20 }, (_, n) => String(n)))
  })

  test('nor the state of chance', async () => {
    const drawn = await Promise.all(Array.from({ length: 20 }, () => render('{{ random(1000000000) }}')))
    expect(new Set(drawn).size).toBeGreaterThan(15)
    const between = (await inContext('return Array.from({ length: 2000 }, Math.random)')) as number[]
    expect(Math.min(...between)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...between)).toBeLessThan(1)
    expect(between.reduce((sum, one) => sum + one, 0) / 2000).toBeCloseTo(0.5, 1)
  })
})

test('a template that was loaded once takes a few milliseconds', async () => {
  await render('x')
  const begun = performance.now()
  for (let round = 0; round < 20; round++) await render('{{ $var.name }}', { $var })
  expect((performance.now() - begun) / 20).toBeLessThan(40)
})

describe('a template ends', () => {
  test.each([
    ['a long loop', '{% for i in 1..100000000 %}x{% endfor %}', /template_(memory|timeout)/],
    ['a long loop in loops', `${'{% for i in 1..1000 %}'.repeat(4)}${'{% endfor %}'.repeat(4)}`, /template_timeout/],
    ['a text that doubles', `{% set x = "xxxxxxxx" %}${'{% set x = x ~ x %}'.repeat(40)}{{ x }}`, /template_/],
    ['a macro that calls itself', '{% macro a() %}{{ _self.a() }}{% endmacro %}{{ _self.a() }}', /template_|^""$/],
    ['a deep nest', `${'{% if 1 %}'.repeat(3000)}${'{% endif %}'.repeat(3000)}`, /template_|^""$/],
  ])('%s', async (_name, template, reason) => {
    const outcome = await render(template).then(
      (text) => JSON.stringify(text),
      (error: { reason: string }) => error.reason,
    )
    expect(outcome).toMatch(reason)
  })
})
