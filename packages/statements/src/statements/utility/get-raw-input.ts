import type { StatementDefinition, StatementExample } from '../../define/types.ts'
import { rawInputArgs, readRawInput } from './raw-input.ts'

export const definition: StatementDefinition = {
  name: 'util.get_raw_input',
  label: 'Raw input',
  category: 'utility',
  icon: 'inbox',
  help: 'Everything that came with the request, whether an input asks for it or not. None of it was checked.',
  keywords: ['webhook', 'body', 'payload', 'parameters'],
  args: rawInputArgs,
  result: 'any',
  needs: [],
}

export const run = readRawInput

/** What it gives depends on the request; see test/statements/utility.test.ts. */
export const examples: readonly StatementExample[] = []
