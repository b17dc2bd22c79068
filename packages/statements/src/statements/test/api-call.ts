import { named, optional } from '../../define/parameters.ts'
import { js, literalCode } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'api.call',
  label: 'Run API endpoint',
  category: 'test',
  icon: 'route',
  help: 'Runs an endpoint of this workspace.',
  target: named('name', 'Endpoint', 'The path of the endpoint.'),
  args: {
    verb: optional('text', 'Method', 'The HTTP method of the endpoint.'),
    api_group: optional('text', 'API group', 'The group of the endpoint.'),
    headers: optional('array', 'Headers', 'Each written as "Name: value".'),
    input: optional('object', 'Input', 'What it is given.'),
  },
  result: 'any',
  needs: [],
}

export const effects = true

export const emit: Emit = (statement, emitter) => {
  const { target, options } = statement
  if (target === null) return emitter.fail('missing_name', 'Name the path of the endpoint to call.')
  const verb = options.find((option) => option.name === 'verb')?.value ?? emitter.argumentTree('verb')
  const call = [
    emitter.value(target),
    verb === null ? literalCode('GET') : emitter.value(verb),
    emitter.argument('api_group'),
    emitter.argument('input'),
    emitter.argument('headers'),
  ] as const
  emitter.result(js`await run.callEndpoint(${call[0]}, ${call[1]}, ${call[2]}, ${call[3]}, ${call[4]})`)
}

export const examples: readonly StatementExample[] = []
