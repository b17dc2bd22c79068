import { createInlineSandbox } from '../src/index.ts'
import { describe, expect, test } from 'vitest'
import type { Value } from '@cairn/statements'

const port = createInlineSandbox()

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
