import { zipBomb } from './zip-bomb.ts'

/**
 * Work that would go on for ever or take all there is. Each answers with an error of this message, or, where an engine
 * makes the attack harmless, with a result.
 */
export interface Attack {
  name: string
  stack: string
  /** The message of the error that stops it; null where the work is bounded and may end well. */
  stops: RegExp | null
  /** One filter over so much that it holds up others by itself: only looked at with `--heavy`. */
  heavy?: boolean
}

const doubled = (times: number) =>
  `var $x {\n value = [{a: {b: 1}}]\n}\nfor (${times}) {\n each as $i {\n var.update $x {\n value = [$x, $x]\n }\n }\n}`
const numbers = (count: number) => `var $list {\n value = (1..${count})|map:$$ * 7919 % 1000003\n}`
const text = (characters: number) => `var $text {\n value = "a"|fill:0:${characters}|join:""\n}`
const makes = (expression: string) => `var $y {\n value = ${expression}\n}`
const endless = 'while (true) {\n each {\n var $x {\n value = 1\n }\n }\n}'
const tooLong = /longer than|more than/
const loop = /Potential infinite loop/

export const attacks: readonly Attack[] = [
  {
    name: 'a text of 1 GB, doubled',
    stack: 'var $x {\n value = "aaaaaaaa"\n}\nwhile (true) {\n each {\n var.update $x {\n value = $x ~ $x\n }\n }\n}',
    stops: tooLong,
  },
  { name: 'a text of 1 GB, formatted', stack: makes('"%1073741824s"|sprintf:"x"'), stops: tooLong },
  { name: 'a list of 1,000,000,000', stack: makes('1..1000000000'), stops: tooLong },
  { name: 'functions 100,000 deep', stack: 'function.run deep {\n input = {n: 1}\n} as $x', stops: /levels deep/ },
  {
    name: 'a value 100,000 deep',
    stack: `var $x {\n value = 1\n}\nfor (100000) {\n each as $i {\n var.update $x {\n value = [$x]\n }\n }\n}\n${makes('$x|json_encode')}`,
    stops: /deep|nest/i,
  },
  { name: 'a value of 2^40 members', stack: `${doubled(40)}\n${makes('$x|json_encode')}`, stops: /more than/ },
  {
    name: 'a pattern that backtracks',
    stack: `${text(100_000)}\n${makes('"/^(a+)+b$/"|regex_matches:$text')}`,
    stops: null,
  },
  {
    name: 'a pattern with 250,000 states',
    stack: `${text(200_000)}\n${makes('"/([ab]{1,500}c){2}/"|regex_matches:$text')}`,
    stops: /expression|pattern/i,
  },
  {
    name: 'matches of a pattern, all of 8 MB',
    stack: `${text(8_000_000)}\n${makes('"/a/"|regex_get_all_matches:$text|count')}`,
    stops: null,
  },
  {
    name: 'a sort of 1,000,000',
    stack: `${numbers(1_000_000)}\n${makes('$list|sort:$$:number|count')}`,
    stops: null,
    heavy: true,
  },
  {
    name: 'a sort of 200,000 texts',
    stack: `${numbers(200_000)}\n${makes('$list|sort:$$:inatural|count')}`,
    stops: null,
    heavy: true,
  },
  {
    name: 'a difference of 200,000 by 200,000',
    stack: `${numbers(200_000)}\n${makes('$list|diff:($list|map:$$ + 0.5)|count')}`,
    stops: null,
    heavy: true,
  },
  {
    name: 'unique among 1,000,000',
    stack: `${numbers(1_000_000)}\n${makes('$list|unique|count')}`,
    stops: null,
    heavy: true,
  },
  { name: 'characters of 8 MB', stack: `${text(8_000_000)}\n${makes('$text|split:""|count')}`, stops: tooLong },
  {
    name: 'JSON of 1,000,000, there and back',
    stack: `${numbers(1_000_000)}\n${makes('$list|json_encode|json_decode|count')}`,
    stops: null,
    heavy: true,
  },
  {
    name: 'YAML of 100,000, there and back',
    stack: `${numbers(100_000)}\n${makes('$list|yaml_encode|yaml_decode|count')}`,
    stops: null,
  },
  {
    name: 'CSV of 8 MB',
    stack: `var $text {\n value = "a,b,c,d\\n"|fill:0:900000|join:""\n}\n${makes('$text|csv_decode|count')}`,
    stops: null,
    heavy: true,
  },
  {
    name: 'a text replaced 8,000,000 times',
    stack: `${text(8_000_000)}\n${makes('$text|replace:"a":"bcdefghijk"|strlen')}`,
    stops: tooLong,
  },
  {
    name: 'tags of 8 MB',
    stack: `var $text {\n value = "<"|fill:0:1000000|join:""\n}\n${makes('($text ~ $text ~ $text)|strip_html|strlen')}`,
    stops: null,
    heavy: true,
  },
  {
    name: 'a hash of 60 MB, 50 times',
    stack: `${text(1_000_000)}\nvar $big {\n value = $text|fill:0:60|join:""\n}\n${makes('(1..50)|map:($big|sha512)|count')}`,
    stops: null,
    heavy: true,
  },
  { name: 'a key of 16,384 bits', stack: 'security.create_rsa_key {\n bits = 16384\n} as $y', stops: /bits/ },
  {
    name: 'a password of 1,000,000,000',
    stack: 'security.create_password {\n character_count = 1000000000\n} as $y',
    stops: /character_count|longer than|at most/,
  },
  {
    name: '1,000,000,000 random bytes',
    stack: 'security.random_bytes {\n length = 1000000000\n} as $y',
    stops: /length|longer than|at most/,
  },
  {
    name: 'a lambda that never ends',
    stack: 'api.lambda {\n code = "for (;;);"\n timeout = 2\n} as $y',
    stops: /longer than|time|Too many lambdas/,
  },
  {
    name: "a lambda's pattern that backtracks",
    stack: `api.lambda {\n code = "return /^(a+)+$/.test('a'.repeat(60) + 'b')"\n timeout = 2\n} as $y`,
    stops: /longer than|time|Too many lambdas/,
  },
  {
    name: 'a lambda of 2 GB',
    stack: 'api.lambda {\n code = "return new Uint8Array(2e9).length"\n} as $y',
    stops: /memory/,
  },
  {
    name: 'a zip archive of 1 GB in 100 kB',
    stack: `storage.create_file_resource {\n filename = "bomb.zip"\n filedata = "${zipBomb(10).toString('base64')}"|base64_decode\n} as $file\nzip.extract {\n zip = $file\n} as $y`,
    stops: /unpack|larger|more than|too large/,
  },
  { name: 'an endless loop', stack: endless, stops: loop },
  { name: 'an endless loop behind a wait', stack: `util.sleep {\n value = 0\n}\n${endless}`, stops: loop },
  {
    name: 'an endless loop of large steps',
    stack: `${doubled(11)}\nwhile (true) {\n each {\n var $y {\n value = $x.a\n }\n }\n}`,
    stops: loop,
  },
  {
    name: 'an endless loop of filters',
    stack: `${numbers(20_000)}\nwhile (true) {\n each {\n var $y {\n value = $list|map:$$ + 1|filter:$$ > 5|sort:$$|sum\n }\n }\n}`,
    stops: loop,
  },
]
