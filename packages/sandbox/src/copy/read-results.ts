import { StackError, type Value } from '@cairn/statements'

/** The results of a job. What comes out of a sandbox is text like any other from outside. */
export function readResults(json: string): Value[] {
  const results = parse(json)
  if (Array.isArray(results)) return results as Value[]
  throw new StackError('standard', 'lambda_result', "The lambda's result can't be used: it is not JSON.")
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
