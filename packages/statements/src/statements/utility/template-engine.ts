import { literalValue, type Expression } from '@cairn/language'
import { js } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import { required } from '../../define/parameters.ts'
import { readText } from '../../define/read-argument.ts'
import type { StatementDefinition, StatementExample, WaitingScope } from '../../define/types.ts'
import { mentioned } from '../../lambda/mentioned.ts'
import { defaultTimeout, lambdaTime } from '../../lambda/run-lambda.ts'
import { stackNames } from '../../lambda/stack-names.ts'
import { toText } from '../../values/convert.ts'
import { StackError } from '../../values/error.ts'
import type { Value } from '../../values/value.ts'

export const definition: StatementDefinition = {
  name: 'util.template_engine',
  label: 'Template engine',
  category: 'utility',
  icon: 'file-code',
  help: 'Fills a Twig template: {{ $var.name }}, {% if … %}, {% for … %}. Values are written as they are; |e escapes them for HTML.',
  keywords: ['twig', 'html', 'render'],
  args: { value: required('text', 'Template', 'Text with {{ $var.name }} and {% if … %}.') },
  result: 'text',
  needs: ['lambda'],
}

export const effects = true

export const emit: Emit = (_statement, emitter) => {
  const [template, tree] = [emitter.argument('value'), emitter.argumentTree('value')]
  const render = emitter.constant(isWritten(tree) ? renderWritten : renderComputed)
  const scope = js`{ run: ${emitter.run}, input: ${emitter.input}, variables: () => (${emitter.variables()}) }`
  emitter.result(emitter.awaited(js`${render}(${template}, ${scope})`), true)
}

/** Whether the stack itself says the whole template. */
function isWritten(tree: Expression | null): boolean {
  return tree !== null && literalValue(tree).known
}

function renderWritten(value: Value, scope: WaitingScope): Promise<Value> {
  return render(readText({ value }, 'value'), scope)
}

/** What somebody sent may be in such a template: it must not be able to ask for the secrets of the workspace. */
async function renderComputed(value: Value, scope: WaitingScope): Promise<Value> {
  const template = readText({ value }, 'value')
  if (mentioned(template, 'env') === null) return render(template, scope)
  throw new StackError('standard', 'template_env', 'A template that is computed may not look at $env.', {
    hint: 'Put what it needs into a variable, and name that: {{ $var.url }}.',
  })
}

async function render(template: string, scope: WaitingScope): Promise<Value> {
  const { run } = scope
  const answer = await run.ports.lambda.run({
    code: 'return renderTemplate($template, $names)',
    library: 'twig',
    names: { $template: template, $names: stackNames(template, scope) },
    each: null,
    timeout: lambdaTime(defaultTimeout, run.remaining()),
    signal: run.signal,
    show: (line) => run.log(line),
  })
  return toText(answer[0] ?? '')
}

export const examples: readonly StatementExample[] = [
  {
    title: 'variables, conditions and loops',
    stack: `var $user {
      value = {name: "Ada", tags: ["a", "b"], admin: true}
    }
    util.template_engine {
      value = "Hi {{ $var.user.name }}{% if $var.user.admin %}!{% endif %}{% for tag in $var.user.tags %} {{ loop.index }}{{ tag|upper }}{% endfor %}"
    } as $x`,
    expect: 'Hi Ada! 1A 2B',
  },
  {
    title: 'nothing is escaped unless the template says so',
    stack: `var $name {
      value = "<b>"
    }
    util.template_engine {
      value = "{{ $var.name }} {{ $var.name|e }} {{ $var.missing }}"
    } as $x`,
    expect: '<b> &lt;b&gt; ',
  },
]
