import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'security.create_uuid',
  label: 'UUID',
  category: 'security',
  icon: 'fingerprint',
  help: 'Makes a new random UUID (version 4).',
  keywords: ['id', 'guid', 'unique'],
  args: {},
  result: 'text',
  needs: ['random'],
}

export const run: Run = (_, { ports }) => ports.random.uuid()

export const examples: readonly StatementExample[] = [
  {
    title: 'is 36 characters long',
    stack: `security.create_uuid as $id
    var $x {
      value = $id|strlen
    }`,
    expect: 36,
  },
  {
    title: 'is new each time',
    stack: `security.create_uuid as $first
    security.create_uuid as $second
    var $x {
      value = $first == $second
    }`,
    expect: false,
  },
]
