import type { StackError } from '@cairn/statements'

/**
 * Causes that no stack foresees: a budget that was used up, or a statement that can not run here. Who asks can do nothing
 * but tell its maker, so the answer says where. Messages of all other errors are part of an API, and stay as they are.
 */
const unforeseen: ReadonlySet<string> = new Set([
  'archive_too_large',
  'array_too_long',
  'as_unavailable',
  'call_depth_exceeded',
  'deadline_exceeded',
  'lambda_busy',
  'lambda_input',
  'lambda_memory',
  'lambda_result',
  'lambda_stack',
  'lambda_timeout',
  'lambda_unavailable',
  'mail_unavailable',
  'not_available',
  'number_too_long',
  'regex_too_costly',
  'result_too_large',
  'template_memory',
  'template_result',
  'template_stack',
  'template_timeout',
  'text_too_long',
  'too_deep',
  'too_many_calls',
  'unknown_filter',
  'unknown_statement',
  'unreadable_expression',
  'unreadable_statement',
  'value_too_large',
])

/** ` At api.lambda (stack.2) of function "invoice".` for errors of those causes, else nothing. Never a value of the run. */
export function namedPlace({ reason, at, statement, object }: StackError): string {
  if (!unforeseen.has(reason) || at === null || statement === null) return ''
  const named = statement === at ? at : `${statement} (${at})`
  return object === null ? ` At ${named}.` : ` At ${named} of ${object.kind} "${object.name}".`
}
