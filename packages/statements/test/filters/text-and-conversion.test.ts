import { expect, test } from 'vitest'
import { filters } from '../../src/filters/filters.ts'
import { bytesToText, textToBytes } from '../../src/values/bytes.ts'
import { FileResource, type Value } from '../../src/values/value.ts'
import { evaluateExample, smallContext } from './evaluate-example.ts'

test.each(
  `addslashes escape unescape list_encodings detect_encoding to_utf8 from_utf8 convert_encoding to_lower to_upper trim ltrim
  rtrim capitalize substr split strlen strip_html unaccent index iindex starts_with istarts_with ends_with iends_with contains
  icontains json_decode json_encode xml_decode csv_parse csv_decode csv_encode csv_create url_decode url_decode_rfc3986
  url_encode url_encode_rfc3986 url_addarg url_delarg url_hasarg url_getarg url_parse querystring_parse yaml_decode
  yaml_encode hex2bin bin2hex dechex hexdec decbin bindec decoct octdec base_convert base64_decode base64_encode
  base64_decode_urlsafe base64_encode_urlsafe concat sprintf replace regex_matches regex_get_first_match
  regex_get_all_matches regex_quote regex_replace sql_esc sql_alias`.split(/\s+/),
)('%s is a filter', (name) => {
  expect(filters.get(name)?.definition.name).toBe(name)
})

test.each(
  `lower:to_lower upper:to_upper strip_tags:strip_html strip_accents:unaccent strpos:index stripos:iindex
  string_replace:replace regex_test:regex_matches regex_match:regex_get_first_match text_escape:escape
  regex_match_all:regex_get_all_matches text_unescape:unescape`.split(/\s+/),
)('%s', (pair) => {
  const [alias = '', name = ''] = pair.split(':')
  expect(filters.get(alias)?.definition.name).toBe(name)
})

test.each<[string, Value]>([
  ['"a😀b"|substr:-2:1', '😀'],
  ['"hello"|substr:-9:2', 'he'],
  ['"hello"|substr:1:-9', ''],
  ['"ab"|split:"ab"', ['', '']],
  ['"a.b."|trim:"."', 'a.b'],
  ['"%s"|sprintf:true', 'true'],
  ['"%u %b %o %X"|sprintf:-1:5:8:255', '18446744073709551615 101 10 FF'],
  ['"%.3e %g %g"|sprintf:12345.678:0.00001234:100000', '1.235e+4 1.234e-5 100000'],
  ['"%-6sx%06d"|sprintf:"ab":-42', 'ab    x-00042'],
  ['"%.2f"|sprintf:"12.345 kg"', '12.35'],
  ['"<a title=\'x>y\'>b</a>"|strip_html', 'b'],
  [`"it's"|addslashes|unescape`, "it's"],
  ['"{\\"__proto__\\": 1}"|json_decode|json_encode', '{"__proto__":1}'],
  ['"__proto__[x]=1&constructor=2"|querystring_parse|json_encode', '{"__proto__":{"x":"1"},"constructor":"2"}'],
  ['"a=1&a=2&b[3]=x"|querystring_parse', { a: '2', b: { '3': 'x' } }],
  ['"example.com:80/x"|url_parse', { host: 'example.com', port: 80, path: '/x' }],
  ['"a"|sql_esc', "'a'"],
  [`"'; drop table x --"|sql_esc`, "'''; drop table x --'"],
  ['"/(\\\\w+) (\\\\w+)/"|regex_replace:"$2 \\\\1":"a b"', 'b a'],
  [
    `'"a";"b""c"\\r\\n\\r\\n"d\\ne";'|csv_decode:";"`,
    [
      ['a', 'b"c'],
      ['d\ne', ''],
    ],
  ],
  [`[["a\\"b"]]|csv_encode:",":"\\"":"\\\\"`, '"a\\"b"'],
  [`'<!DOCTYPE x><x><![CDATA[<b>]]></x>'|xml_decode`, { x: { '@attributes': [], value: '<b>' } }],
])('%s is %o', (expression, expected) => {
  expect(evaluateExample(expression)).toEqual(expected)
})

test.each<[string, string]>([
  ['"%d %d"|sprintf:1', 'bad_format'],
  ['"%y"|sprintf:1', 'bad_format'],
  ['"%0$s"|sprintf:1', 'bad_format'],
  ['[1]|to_upper', 'not_text'],
  [`'{a: 1}'|json_decode`, 'bad_json'],
  ['"abc"|hex2bin', 'not_hex'],
  ['"1"|base_convert:1:10', 'bad_base'],
  ['"a"|to_utf8:"EBCDIC"', 'unknown_encoding'],
  ['"/(?=a)/"|regex_matches:"a"', 'bad_pattern'],
  ['"<a><b></a>"|xml_decode', 'bad_xml'],
  ['"plain"|xml_decode', 'bad_xml'],
  ['"a: [1"|yaml_decode', 'bad_yaml'],
  ['"a"|csv_decode:",":","', 'bad_csv_dialect'],
  ['[1]|sql_esc', 'bad_sql_value'],
])('%s fails: %s', (expression, reason) => {
  expect(() => evaluateExample(expression)).toThrow(expect.objectContaining({ reason }))
})

test('a file is parsed as CSV', () => {
  const file = new FileResource('a.csv', 'text/csv', Buffer.from('\ufeffname\ncafé\n'))
  expect(filters.get('csv_parse')?.evaluate(file, [], smallContext())).toEqual([{ name: 'café' }])
})

test('every byte survives as text, through base64, hexadecimal and addresses', () => {
  const bytes = Uint8Array.from({ length: 512 }, (_, index) => index % 256)
  const text = bytesToText(bytes)
  expect(text).toHaveLength(512)
  expect([...textToBytes(text)]).toEqual([...bytes])
  for (const [encode, decode] of [
    ['base64_encode', 'base64_decode'],
    ['base64_encode_urlsafe', 'base64_decode_urlsafe'],
    ['bin2hex', 'hex2bin'],
    ['url_encode', 'url_decode'],
  ] as const) {
    const encoded = filters.get(encode)?.evaluate(text, [], smallContext()) as Value
    const decoded = filters.get(decode)?.evaluate(encoded, [], smallContext()) as string
    expect([...textToBytes(decoded)]).toEqual([...bytes])
  }
})
