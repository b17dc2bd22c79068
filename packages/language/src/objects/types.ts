/**
 * Saved objects as plain data, read from their trees. What a program needs of a `table` or a `query` without walking
 * syntax; stacks stay trees (`Body`). Readers are beside this file, one a kind.
 */
import type { Body, Expression, Statement } from '../tree.ts'

interface ObjectBase {
  /** The statement it was read from. */
  statement: Statement
  name: string
  description: string
  tags: string[]
  guid: string | null
}

/** Types of columns and inputs. */
export type FieldType =
  | 'int'
  | 'decimal'
  | 'text'
  | 'bool'
  | 'email'
  | 'password'
  | 'uuid'
  | 'timestamp'
  | 'date'
  | 'enum'
  | 'json'
  | 'object'
  | 'vector'
  | 'file'
  | 'image'
  | 'video'
  | 'audio'
  | 'attachment'
  | 'geo_point'
  | 'geo_multipoint'
  | 'geo_linestring'
  | 'geo_multilinestring'
  | 'geo_polygon'
  | 'geo_multipolygon'
  | 'dblink'

export interface FieldRule {
  name: string
  args: (string | number | boolean | null)[]
}

/** A column of a table or an input of a stack. */
export interface FieldDefinition {
  name: string
  type: FieldType
  /** A list of that type; bounds null where open. */
  list: { min: number | null; max: number | null } | null
  nullable: boolean
  /** True when the name carries no `?`. */
  required: boolean
  /** The default's tree, or null where there is none. `now` is a Word. */
  default: Expression | null
  description: string
  sensitive: boolean
  visibility: 'public' | 'private' | 'internal'
  rules: FieldRule[]
  /** enum: the allowed values. */
  values: string[]
  /** int/uuid reference or dblink: the table's name. */
  table: string | null
  /** dblink: fields hidden or changed. */
  override: Record<string, { hidden: boolean }>
  /** object: its fields. */
  schema: FieldDefinition[]
  /** vector: number of dimensions. */
  size: number | null
  disabled: boolean
}

export interface IndexField {
  name: string
  op: string | null
}

export interface IndexDefinition {
  type: 'primary' | 'btree' | 'unique' | 'gin' | 'gist' | 'spatial' | 'search' | 'vector'
  fields: IndexField[]
  name: string | null
  /** search: the text-search configuration. */
  language: string | null
}

export interface TableObject extends ObjectBase {
  kind: 'table'
  /** Whether rows of this table can sign in. */
  auth: boolean
  fields: FieldDefinition[]
  indexes: IndexDefinition[]
}

export interface CorsSettings {
  mode: 'default' | 'custom' | 'disabled'
  credentials: boolean
  origins: string[]
  methods: string[]
  headers: string[]
  /** seconds */
  maxAge: number
}

/** Who may read the documentation of a group besides the members of its workspace; `swagger` in the text. */
export interface DocsSettings {
  access: 'members' | 'token' | 'public'
  /** Of `token`: what has to be known. */
  token: string | null
}

export interface ApiGroupObject extends ObjectBase {
  kind: 'api_group'
  /** URL segment; null where the text names none. */
  canonical: string | null
  active: boolean
  docs: DocsSettings
  cors: CorsSettings
  middleware: MiddlewareSettings | null
}

/** Names of middleware; null means inherited. */
export interface MiddlewareSettings {
  pre: { name: string; active: boolean }[] | null
  post: { name: string; active: boolean }[] | null
}

export interface CacheSettings {
  /** seconds; 0 = off */
  ttl: number
  input: boolean
  auth: boolean
  datasource: boolean
  ip: boolean
  headers: string[]
  env: string[]
}

/** A `test "name" {…}` of a function, query or middleware. */
export interface UnitTest {
  name: string
  statement: Statement
  input: Expression | null
  datasource: string | null
  body: Body
}

/** What functions, queries, tasks, tools, … share. `response` null: none was written. */
interface StackObject extends ObjectBase {
  inputs: FieldDefinition[]
  stack: Body | null
  response: Expression | null
  tests: UnitTest[]
  middleware: MiddlewareSettings | null
  cache: CacheSettings | null
}

export type Verb = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD'

export interface QueryObject extends StackObject {
  kind: 'query'
  /** Path below the group, no leading slash: `deals/{deal_id}`. */
  path: string
  verb: Verb
  /** Null only where the query was read alone and names none: `readWorkspace` gives each one a group. */
  apiGroup: string | null
  /** Name of the auth table, or null. */
  auth: string | null
  /** False when external access was switched off. */
  active: boolean
  responseType: 'standard' | 'stream'
}

export interface FunctionObject extends StackObject {
  kind: 'function'
}

export interface TaskObject extends StackObject {
  kind: 'task'
  active: boolean
  datasource: string | null
  /** Times in epoch milliseconds, `freq` in seconds (null: once). */
  schedule: { startsOn: number; freq: number | null; endsOn: number | null }[]
}

export interface TableTriggerObject extends StackObject {
  kind: 'table_trigger'
  table: string
  actions: { insert: boolean; update: boolean; delete: boolean; truncate: boolean }
  datasources: string[]
  where: Expression | null
  active: boolean
}

export interface MiddlewareObject extends StackObject {
  kind: 'middleware'
  responseStrategy: 'merge' | 'replace'
  exceptionPolicy: 'silent' | 'rethrow' | 'critical'
}

export interface AddonObject extends StackObject {
  kind: 'addon'
}

export interface ToolObject extends StackObject {
  kind: 'tool'
  instructions: string
  auth: string | null
}

export interface WorkflowTestObject extends StackObject {
  kind: 'workflow_test'
  datasource: string | null
}

export interface WorkspaceObject extends ObjectBase {
  kind: 'workspace'
  /** Environment variables with their values as text. */
  env: Record<string, string>
}

export interface BranchObject extends ObjectBase {
  kind: 'branch'
  middleware: Record<'function' | 'query' | 'task' | 'tool', MiddlewareSettings | null>
}

/** `run.job`: names the function to start and its input. */
export interface RunJobObject extends ObjectBase {
  kind: 'run.job'
  main: { name: string; input: Expression | null } | null
  env: string[]
}

/** Kinds that are kept, printed and checked but do not run: agent, mcp_server, realtime_channel, other triggers, … */
export interface OtherObject extends ObjectBase {
  kind: 'other'
  construct: string
}

export type WorkspaceItem =
  | TableObject
  | ApiGroupObject
  | QueryObject
  | FunctionObject
  | TaskObject
  | TableTriggerObject
  | MiddlewareObject
  | AddonObject
  | ToolObject
  | WorkflowTestObject
  | WorkspaceObject
  | BranchObject
  | RunJobObject
  | OtherObject
