import { readWorkspace } from '@cairn/language'
import { catalogue } from '@cairn/statements'
import { checkWorkspace } from '../src/index.ts'

/** A workspace to stand around what a test checks. */
const around = `table user {
  auth = true
  schema {
    int id
    text name?
    email email?
    password password?
    int age?
    bool active?
    uuid key?
    timestamp seen?
  }
}
---
table post {
  schema {
    int id
    int user_id? { table = "user" }
    uuid key?
    text title?
  }
}
---
function "greet" {
  input {
    text name
    text tone?
  }
  stack {
  }
  response = { text: "Hello " ~ $input.name }
}
---
function "save" {
  input {
  }
  stack {
    db.truncate user
  }
  response = null
}`

/** What the checks say about a file beside \`user\`, \`post\`, \`greet\` and \`save\`: "3 error code: message hint". */
export function findingsIn(text: string): string[] {
  const model = readWorkspace([
    { path: 'around.xs', text: around },
    { path: 'it.xs', text },
  ])
  const unread = model.diagnostics.map(({ message }) => message)
  if (unread.length > 0) throw new Error(`The source of the test cannot be read: ${unread.join(' ')}`)
  return checkWorkspace(model, catalogue)
    .filter(({ file }) => file === 'it.xs')
    .map(({ line, severity, code, message, hint }) =>
      [`${line} ${severity} ${code}: ${message}`, ...(hint === undefined ? [] : [hint])].join(' '),
    )
}

/** The same for the statements of a function's stack, which start on line 1. */
export function findingsInStack(stack: string, input = '', response = 'null'): string[] {
  return findingsIn(`function "it" { input { ${input} } stack { ${stack}
}
response = ${response}
}`)
}
