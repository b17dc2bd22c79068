import { optional } from '../../define/parameters.ts'
import { readBoolean, readInteger, readOptionalText } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import type { RandomPort } from '../../ports/ports.ts'
import { StackError } from '../../values/error.ts'

export const definition: StatementDefinition = {
  name: 'security.create_password',
  label: 'Generate password',
  category: 'security',
  icon: 'rectangle-ellipsis',
  help: 'Makes a random password with at least one character of each kind asked for.',
  keywords: ['random', 'secret', 'passphrase'],
  args: {
    character_count: optional('int', 'Length', 'How many characters.', 12),
    require_lowercase: optional('bool', 'Small letters', 'At least one of a to z.', true),
    require_uppercase: optional('bool', 'Capital letters', 'At least one of A to Z.', true),
    require_digit: optional('bool', 'Digits', 'At least one of 0 to 9.', true),
    require_symbol: optional('bool', 'Symbols', 'At least one symbol.', false),
    symbol_whitelist: optional('text', 'Allowed symbols', 'The symbols to choose from; empty for all.', ''),
  },
  result: 'text',
  needs: ['random'],
}

const lowercase = 'abcdefghijklmnopqrstuvwxyz'
const digits = '0123456789'
const symbols = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'
const longest = 1024

export const run: Run = (args, { ports }) => {
  const kinds = [
    readBoolean(args, 'require_lowercase') ? lowercase : '',
    readBoolean(args, 'require_uppercase') ? lowercase.toUpperCase() : '',
    readBoolean(args, 'require_digit') ? digits : '',
    readBoolean(args, 'require_symbol') ? (readOptionalText(args, 'symbol_whitelist') ?? symbols) : '',
  ].filter((kind) => kind !== '')
  const count = readInteger(args, 'character_count', Math.max(1, kinds.length))
  if (count > longest) throw new StackError('standard', 'invalid_argument', `character_count is at most ${longest}.`)
  const all = Array.from(kinds.join('') || lowercase + lowercase.toUpperCase() + digits)
  const chosen = kinds.map((kind) => pick(Array.from(kind), ports.random))
  while (chosen.length < count) chosen.push(pick(all, ports.random))
  return shuffle(chosen, ports.random).join('')
}

function pick(characters: readonly string[], random: RandomPort): string {
  return characters[random.integer(0, characters.length - 1)] ?? ''
}

function shuffle(items: string[], random: RandomPort): string[] {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = random.integer(0, last)
    const [a = '', b = ''] = [items[last], items[other]]
    items[last] = b
    items[other] = a
  }
  return items
}

export const examples: readonly StatementExample[] = [
  {
    title: 'twelve characters when nothing is said',
    stack: `security.create_password as $password
    var $x {
      value = $password|strlen
    }`,
    expect: 12,
  },
  {
    title: 'only what was asked for',
    stack: `security.create_password {
      character_count = 4
      require_lowercase = false
      require_uppercase = false
      require_digit = false
      require_symbol = true
      symbol_whitelist = "!"
    } as $x`,
    expect: '!!!!',
  },
]
