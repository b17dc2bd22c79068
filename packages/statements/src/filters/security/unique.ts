import type { Filter } from '../../define/types.ts'

export const createUid: Filter = {
  definition: {
    name: 'create_uid',
    aliases: ['uid'],
    category: 'security',
    help: 'A new random number of 64 bits, as text of hexadecimal digits. The piped value does not matter.',
    input: 'any',
    params: [],
    result: 'text',
    needs: ['random'],
    examples: [
      { expression: 'null|create_uid|strlen', expect: 16 },
      { expression: '"any"|create_uid|hex2bin|bin2hex|strlen', expect: 16 },
    ],
  },
  evaluate: (_value, _args, { ports }) => Buffer.from(ports.random.bytes(8)).toString('hex'),
}

export const uuid: Filter = {
  definition: {
    name: 'uuid',
    aliases: ['uuid4'],
    category: 'security',
    help: 'A new random UUID (version 4). The piped value does not matter.',
    input: 'any',
    params: [],
    result: 'text',
    needs: ['random'],
    examples: [
      { expression: 'null|uuid|strlen', expect: 36 },
      { expression: '"any"|uuid|substr:14:1', expect: '4' },
    ],
  },
  evaluate: (_value, _args, { ports }) => ports.random.uuid(),
}
