/** What a new object starts as. */
export interface NewObject {
  kind: 'query' | 'api_group' | 'table' | 'function' | 'task'
  name: string
  verb: string
  group: string
  auth: string | null
}

const quoted = (text: string): string => JSON.stringify(text)

/** The text of an object nobody has filled yet. */
export function newObjectText({ kind, name, verb, group, auth }: NewObject): string {
  switch (kind) {
    case 'query':
      return `query ${quoted(name)} verb=${verb} {
  api_group = ${quoted(group)}
${auth === null ? '' : `  auth = ${quoted(auth)}\n`}
  input {
${pathInputs(name)}  }

  stack {
  }

  response = null
}
`
    case 'api_group':
      return `api_group ${quoted(name)} {\n}\n`
    case 'function':
      return `function ${quoted(name)} {\n  input {\n  }\n\n  stack {\n  }\n\n  response = null\n}\n`
    case 'task':
      return `task ${quoted(name)} {\n  stack {\n  }\n\n  schedule = []\n}\n`
    case 'table':
      return `table ${quoted(name)} {
  auth = false

  schema {
    int id
    timestamp created_at?=now
  }

  index = [
    {type: "primary", field: [{name: "id"}]}
    {type: "btree", field: [{name: "created_at", op: "desc"}]}
  ]
}
`
  }
}

/** An input for each `{name}` of a path: a number where it is an id. */
const pathInputs = (path: string): string =>
  [...path.matchAll(/\{(\w+)\}/g)]
    .map(([, name]) => `    ${/(^|_)id$/.test(name ?? '') ? 'int' : 'text'} ${name}\n`)
    .join('')
