/**
 * The syntax tree. One uniform shape for everything that has a body: a saved object (`query`, `table`, …), a statement
 * (`db.get`, `conditional`, …) and a clause inside a statement (`if`, `each`, `stack`, …) are all a `Statement`.
 * A node keeps all that is needed to print it back: comments, quoting, parentheses, order.
 *
 * Offsets are UTF-16 units into the source text, end exclusive. Nodes made by an editor have offsets of -1.
 */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A `//` comment, without the slashes. `blankBefore`: an empty line stood above it. */
export interface Comment {
  text: string
  blankBefore: boolean
}

/** What every node carries besides its own fields. */
export interface Node extends Span {
  /** Own-line comments above the node. */
  leading?: Comment[]
  /** A comment behind the node on its last line. */
  trailing?: Comment
  /** An empty line stood above the node (above its leading comments, if any). Only kept on items of a body. */
  blankBefore?: boolean
  /** An empty line stood between the leading comments and the node. */
  detached?: boolean
}

/** What one text parses to. Never absent: unreadable parts are `Invalid` nodes with a diagnostic. */
export interface SourceFile extends Node {
  kind: 'file'
  objects: (Statement | Invalid)[]
  /** Comments after the last object. */
  dangling: Comment[]
}

/**
 * `!name head… {body} as $x`. Which parts are present depends on the name:
 * `db.get "user" {…} as $u` has a target, `if ($a == 1) {…}` a subject, `array.find ($a) if ($this == 1) as $x`
 * a subject and a condition, `query "me" verb=GET {…}` a target and options, `each as $item {…}` a binding before the
 * body (the printer knows that from the name).
 */
export interface Statement extends Node {
  kind: 'statement'
  /** Dotted name as written: `db.query`, `conditional`, `elseif`, `stack`, `table`, `expect.to_equal`. */
  name: string
  nameSpan: Span
  /** Written with a leading `!`. */
  disabled: boolean
  /** `"user"`, `user`, `$x`, `$x.path[0]`. */
  target: Expression | null
  /** The parenthesised expression after the name. */
  subject: Expression | null
  /** The expression of `if (…)` after a subject. */
  condition: Expression | null
  /** `verb=GET` and the like, before the body. */
  options: Attribute[]
  body: Body | null
  /** `as $x` or `as $x|filter:…`. */
  as: Binding | null
  /** A `case (…) {…} break`. */
  breaks: boolean
}

/** `as $name`: `name` without the sigil; `filters` is a chain applied to `base` before it is stored, or null. */
export interface Binding extends Node {
  kind: 'binding'
  name: string
  /** Whether it was written with `$`. */
  sigil: boolean
  /** For `as $x|set:"a":1`: the filter chain whose innermost base is the Variable `name`. */
  filters: FilterExpression | null
}

export interface Body extends Node {
  kind: 'body'
  items: Item[]
  /** Comments after the last item. */
  dangling: Comment[]
}

export type Item = Attribute | Statement | Field | Invalid

/** `name = value` (or `name: value`); `!name = value` is a disabled member. The name may be dotted or quoted. */
export interface Attribute extends Node {
  kind: 'attribute'
  name: string
  nameSpan: Span
  disabled: boolean
  value: Expression
  /** Written `name: value`, as in `return { type: "list" }`. */
  colon?: boolean
}

/** One line of `input {…}` or `schema {…}`: `text[1:5]? name?="x" filters=trim|min:3 {…}`. */
export interface Field extends Node {
  kind: 'field'
  /** `text`, `int`, `dblink`, `object`, … as written. */
  type: string
  typeSpan: Span
  /** `type[]` gives `{}`, `type[1:5]` gives min and max. */
  list: { min: number | null; max: number | null } | null
  /** `type?`: null may be sent. */
  nullable: boolean
  name: string
  nameSpan: Span
  /** `name?`: may be left out. */
  optional: boolean
  /** `name?="x"`. */
  default: Expression | null
  disabled: boolean
  rules: Rule[]
  /** `{ description = …, sensitive = true, table = "user", values = […], schema {…} }` */
  body: Body | null
}

/** One rule of `filters=trim|min:3`. Arguments as written, without quotes. */
export interface Rule extends Span {
  name: string
  args: Expression[]
}

/** Text that could not be read; printed back exactly as typed. */
export interface Invalid extends Node {
  kind: 'invalid'
  text: string
}

// ------------------------------------------------------------------------------------------------- expressions

export type Expression =
  | TextLiteral
  | NumberLiteral
  | BooleanLiteral
  | NullLiteral
  | Word
  | Variable
  | Member
  | Index
  | FilterExpression
  | Unary
  | Binary
  | Ternary
  | Range
  | Paren
  | Backtick
  | Cast
  | ArrayLiteral
  | ObjectLiteral
  | FieldsLiteral
  | Spread
  | Invalid

/** Quoted text. `quote` is kept so that it prints as written: `"`, `'` or `"""` (whose `value` has the margin removed). */
export interface TextLiteral extends Node {
  kind: 'text'
  value: string
  quote: '"' | "'" | '"""'
  /** The source between the quotes, when it came from source. */
  raw: string | null
}

export interface NumberLiteral extends Node {
  kind: 'number'
  value: number
  /** As written: `1.50`, `1_000`. */
  raw: string
}

export interface BooleanLiteral extends Node {
  kind: 'boolean'
  value: boolean
}

export interface NullLiteral extends Node {
  kind: 'null'
}

/** A bare word: `now` is the current time, any other is text. Also dates (`2025-01-01`) and `GET`. */
export interface Word extends Node {
  kind: 'word'
  value: string
}

/** `$x` → "x"; `$$` → "$"; `$this` → "this"; `$env` → "env"; `$0` → "0". */
export interface Variable extends Node {
  kind: 'variable'
  name: string
}

/** `.key` (also `."quoted key"` and `.$remote_ip`, whose key is "$remote_ip"). */
export interface Member extends Node {
  kind: 'member'
  object: Expression
  key: string
}

/** `[expression]`. */
export interface Index extends Node {
  kind: 'index'
  object: Expression
  index: Expression
}

/** `base|name:arg:arg`. `disabled`: written `|!name`. */
export interface FilterExpression extends Node {
  kind: 'filter'
  base: Expression
  name: string
  nameSpan: Span
  args: Expression[]
  disabled: boolean
  /** A line break stood before its `|`. */
  ownLine?: boolean
  /** The comments before its `|`. */
  comments?: Comment[]
}

export interface Unary extends Node {
  kind: 'unary'
  operator: '!' | '-' | '+'
  operand: Expression
}

/** Every two-sided operator, the null-safe (`==?`) and the query ones (`not in`, `@>`, `includes?`) included. */
export interface Binary extends Node {
  kind: 'binary'
  operator: BinaryOperator
  left: Expression
  right: Expression
  /** A line break stood beside the operator. */
  ownLine?: boolean
  /** The comments beside the operator. */
  comments?: Comment[]
}

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%'
export type LogicalOperator = '&&' | '||' | '??' | '?:'
export type ComparisonOperator = '==' | '!=' | '===' | '!==' | '<' | '<=' | '>' | '>='
export type QueryOperator =
  | 'in'
  | 'not in'
  | 'contains'
  | 'not contains'
  | 'includes'
  | 'not includes'
  | 'overlaps'
  | 'not overlaps'
  | 'like'
  | 'not like'
  | 'ilike'
  | 'not ilike'
  | 'between'
  | 'not between'
  | '!~'
  | '@>'
  | 'search'
/** `~` is text concatenation in a value and a regular-expression match in a `where`; which it is depends on the place. */
export type BinaryOperator =
  | ArithmeticOperator
  | LogicalOperator
  | ComparisonOperator
  | QueryOperator
  | '~'
  | `${ComparisonOperator | QueryOperator | '~'}?`

export interface Ternary extends Node {
  kind: 'ternary'
  test: Expression
  then: Expression
  else: Expression
  /** A line break stood before the `?`. */
  ownLine?: boolean
}

/** `1..10`. */
export interface Range extends Node {
  kind: 'range'
  from: Expression
  to: Expression
}

/** Parentheses as written; they change no value but keep filters and operators apart. */
export interface Paren extends Node {
  kind: 'paren'
  expression: Expression
}

/** `` `expr` `` or ```` ```expr``` ````. Nothing between the fences is a Word of no characters: the empty text. */
export interface Backtick extends Node {
  kind: 'backtick'
  expression: Expression
  fence: '`' | '```'
}

/** `!text "…"`, `!int 5`, `!expr …`: a value with its type said. */
export interface Cast extends Node {
  kind: 'cast'
  type: string
  operand: Expression
}

export interface ArrayLiteral extends Node {
  kind: 'array'
  elements: Expression[]
  dangling: Comment[]
  /** Whether it stood on more than one line. */
  multiline: boolean
}

export interface ObjectLiteral extends Node {
  kind: 'object'
  entries: (Entry | Spread | Invalid)[]
  dangling: Comment[]
  multiline: boolean
}

/** `key: value` of an object; `!key: value` is disabled. `quoted`: the key was written in quotes. */
export interface Entry extends Node {
  kind: 'entry'
  key: string
  quoted: boolean
  disabled: boolean
  value: Expression
}

/** Fields as the value of an object's `output {…}`, written without a colon: what an agent has to answer with. */
export interface FieldsLiteral extends Node {
  kind: 'fields'
  body: Body
}

export interface Spread extends Node {
  kind: 'spread'
  expression: Expression
}
