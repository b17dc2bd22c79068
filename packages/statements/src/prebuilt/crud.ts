import type { TableObject } from '@cairn/language'
import { authLine, canonical, quoted, slug } from './written.ts'

/** The group of the endpoints, and the auth table whose tokens they ask for; null: anybody may call them. */
export interface CrudOptions {
  apiGroup: string
  auth: string | null
}

export type CrudEndpoint = 'list' | 'get' | 'add' | 'patch' | 'edit' | 'delete'

/** `GET` and `POST t`; `GET`, `PATCH`, `PUT` and `DELETE t/{t_id}` of a table, as text of the language. */
export function crudQueries(table: TableObject, options: CrudOptions): Record<CrudEndpoint, string> {
  const parts = partsOf(table)
  return {
    list: write(list(parts), options),
    get: write(get(parts), options),
    add: write(add(parts), options),
    patch: write(patch(parts), options),
    edit: write(edit(parts), options),
    delete: write(remove(parts), options),
  }
}

/** What an endpoint is made of; `path` is below the group. */
interface Endpoint {
  verb: string
  path: string
  description: string
  input: string
  stack: string
  response: '$model' | 'null'
}

/** What the endpoints of one table are written with. */
interface Parts {
  /** For descriptions. */
  title: string
  /** In quotes. */
  table: string
  /** `deal`, and `deal/{deal_id}`. */
  path: string
  one: string
  /** The declarations of the key and of the columns as inputs. */
  keyInput: string
  link: string
  /** Which row. */
  byKey: string
  /** The columns that a database link shows, each from its input. */
  data: string
}

function partsOf(table: TableObject): Parts {
  const path = slug(table.name)
  const key = `${path}_id`
  const keyType = table.fields.find((field) => field.name === 'id')?.type
  const columns = table.fields.filter(
    (field) => field.name !== 'id' && field.visibility === 'public' && !field.disabled,
  )
  return {
    title: table.name,
    table: quoted(table.name),
    path,
    one: `${path}/{${key}}`,
    keyInput: keyType === 'uuid' ? `uuid ${key}?` : `int ${key}? filters=min:1`,
    link: `dblink {\n table = ${quoted(table.name)}\n }`,
    byKey: `field_name = "id"\n field_value = $input.${key}`,
    data: columns.map(({ name }) => `${memberKey(name)}: $input.${memberKey(name)}`).join('\n'),
  }
}

function memberKey(name: string): string {
  return /^[a-zA-Z_]\w*$/.test(name) ? name : quoted(name)
}

function list({ title, table, path }: Parts): Endpoint {
  const stack = `db.query ${table} {
    return = {type: "list"}
  } as $model`
  return { verb: 'GET', path, description: `Query all ${title} records`, input: '', stack, response: '$model' }
}

function get({ title, table, one, keyInput, byKey }: Parts): Endpoint {
  const stack = `db.get ${table} {
    ${byKey}
  } as $model

  precondition ($model != null) {
    error_type = "notfound"
    error = "Not Found."
  }`
  return { verb: 'GET', path: one, description: `Get ${title} record`, input: keyInput, stack, response: '$model' }
}

function add({ title, table, path, link, data }: Parts): Endpoint {
  const stack = `db.add ${table} {
    data = {${data}}
  } as $model`
  return { verb: 'POST', path, description: `Add ${title} record`, input: link, stack, response: '$model' }
}

/** Changes the columns that were sent and are not empty. */
function patch({ title, table, one, keyInput, link, byKey }: Parts): Endpoint {
  const stack = `util.get_raw_input {
    encoding = "json"
    exclude_middleware = false
  } as $raw_input

  db.patch ${table} {
    ${byKey}
    data = \`$input|pick:($raw_input|keys)\`|filter_null|filter_empty_text
  } as $model`
  const input = `${keyInput}\n${link}`
  return { verb: 'PATCH', path: one, description: `Edit ${title} record`, input, stack, response: '$model' }
}

function edit({ title, table, one, keyInput, link, byKey, data }: Parts): Endpoint {
  const stack = `db.edit ${table} {
    ${byKey}
    data = {${data}}
  } as $model`
  const input = `${keyInput}\n${link}`
  return { verb: 'PUT', path: one, description: `Replace ${title} record`, input, stack, response: '$model' }
}

function remove({ title, table, one, keyInput, byKey }: Parts): Endpoint {
  const stack = `db.del ${table} {
    ${byKey}
  }`
  return { verb: 'DELETE', path: one, description: `Delete ${title} record`, input: keyInput, stack, response: 'null' }
}

function write(endpoint: Endpoint, { apiGroup, auth }: CrudOptions): string {
  return canonical(`query ${quoted(endpoint.path)} verb=${endpoint.verb} {
  api_group = ${quoted(apiGroup)}
  description = ${quoted(endpoint.description)}
  ${authLine(auth)}

  input {
    ${endpoint.input}
  }

  stack {
    ${endpoint.stack}
  }

  response = ${endpoint.response}
}`)
}
