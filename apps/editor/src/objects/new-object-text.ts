/** What is known by its name alone when it begins. */
export interface PlainObject {
  kind: 'api_group' | 'table' | 'function' | 'task' | 'middleware'
  name: string
}

interface NewQuery {
  kind: 'query'
  /** Its path. */
  name: string
  verb: string
  group: string
  auth: string | null
}

/** What belongs to a table: an addon fetches its rows, a trigger runs when they change. */
interface NewOfTable {
  kind: 'addon' | 'table_trigger'
  name: string
  table: string
}

/** What a new object starts as. */
export type NewObject = PlainObject | NewQuery | NewOfTable

const quoted = (text: string): string => JSON.stringify(text)

/** The text of an object nobody has filled yet. */
export function newObjectText(object: NewObject): string {
  const name = quoted(object.name)
  switch (object.kind) {
    case 'query':
      return queryText(object)
    case 'api_group':
      return `api_group ${name} {\n}\n`
    case 'function':
      return `function ${name} {\n  input {\n  }\n\n  stack {\n  }\n\n  response = null\n}\n`
    case 'task':
      return `task ${name} {\n  stack {\n  }\n\n  schedule = []\n}\n`
    case 'middleware':
      return middlewareText(name)
    case 'addon':
      return addonText(name, object.table)
    case 'table_trigger':
      return triggerText(name, object.table)
    case 'table':
      return tableText(name)
  }
}

const queryText = ({ name, verb, group, auth }: NewQuery): string => `query ${quoted(name)} verb=${verb} {
  api_group = ${quoted(group)}
${auth === null ? '' : `  auth = ${quoted(auth)}\n`}
  input {
${pathInputs(name)}  }

  stack {
  }

  response = null
}
`

const tableText = (name: string): string => `table ${name} {
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

/** It gets the input or the response of what it stands around, and adds what it answers. */
const middlewareText = (name: string): string => `middleware ${name} {
  input {
    json vars
    enum type {
      values = ["pre", "post"]
    }
  }

  stack {
  }

  response = null
  response_strategy = "merge"
  exception_policy = "rethrow"
}
`

const memberName = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : quoted(name))

/** One row of a table by its id. */
const addonText = (name: string, table: string): string => {
  const id = `${table.replaceAll(/\W+/g, '_').replace(/^(?=\d)/, '_')}_id`
  return `addon ${name} {
  input {
    int ${id}? {
      table = ${quoted(table)}
    }
  }

  stack {
    db.query ${quoted(table)} {
      where = $db.${memberName(table)}.id == $input.${id}
      return = {type: "single"}
    }
  }
}
`
}

const triggerText = (name: string, table: string): string => `table_trigger ${name} {
  table = ${quoted(table)}

  input {
    json new
    json old
    enum action {
      values = ["insert", "update", "delete", "truncate"]
    }
    text datasource
  }

  stack {
  }

  actions = {insert: true, update: true, delete: true}
}
`

/** An input for each `{name}` of a path: a number where it is an id. */
const pathInputs = (path: string): string =>
  [...path.matchAll(/\{(\w+)\}/g)]
    .map(([, name]) => `    ${/(^|_)id$/.test(name ?? '') ? 'int' : 'text'} ${name}\n`)
    .join('')
