import type { Body, Expression, Statement } from '@cairn/language'
import { attribute } from '@cairn/language'
import {
  filters,
  js,
  lines,
  literalCode,
  objectCode,
  type Clause,
  type Code,
  type Elements,
  type Emitter,
  type Place,
  type StatementDefinition,
  type Value,
} from '@cairn/statements'
import { callFilter, compileEach } from './compile-filter.ts'
import { commas } from '@cairn/statements'
import { compileCondition } from './compile-condition.ts'
import { compile, value } from './compile-expression.ts'
import { asyncElements, elements } from '../run/operations.ts'
import { compilePlace } from './compile-place.ts'
import type { StackPlaces } from '../run/stack-places.ts'
import { SequenceWriter } from './sequence-writer.ts'
import type { TraceSite } from '../trace/trace-sink.ts'
import { changesInPlace } from './mutated-names.ts'
import { namedExpressions } from './named-expressions.ts'
import { StackVariables } from './stack-variables.ts'
import { StatementFailure } from './statement-failure.ts'
import { unwrap, type Compiled, type EachNames, type ExpressionScope } from './scope.ts'

interface Loop {
  /** Position in the list and the set of positions to remove; null outside a `foreach`. */
  elements: { list: Code; index: Code; removed: Code } | null
}

/** A function being written around the current statements: the stack itself, or a closure inside it. */
interface Frame {
  temps: Code[]
  /** Loops open in this frame, innermost last. */
  loops: Loop[]
  closure: boolean
  /** Whether statements of the closure leave a loop outside of it. */
  leaves: boolean
}

export interface EmitterOptions {
  async: boolean
  traced: boolean
  held?: boolean
  mock?: string
  mutated: ReadonlySet<string>
  object?: StackPlaces['object']
  /** Writes one statement; says what it is. */
  statement(statement: Statement, address: string, emitter: StackEmitter): void
}

/** Writes the code of one build of one stack. See `Emitter` for the contract of each method. */
export class StackEmitter implements Emitter, ExpressionScope {
  readonly run = js`run`
  readonly input = js`input`
  readonly auth = js`run.auth()`
  readonly async: boolean
  readonly options: EmitterOptions
  readonly constants: unknown[] = []
  /** Where failures happen, by the number that `s` holds; part of the code that is made. */
  readonly places: StackPlaces
  readonly variableSlots: StackVariables
  each: EachNames | null = null
  private nextElements: Loop['elements'] = null
  private lastElements: Loop['elements'] = null
  private elses = 0
  private loops = false
  /** Functions around the current expression that are called for each element. */
  private closures = 0
  private readonly constantCodes = new Map<unknown, Code>()
  private output: Code[] = []
  private names = 0
  private frames: Frame[] = [{ temps: [], loops: [], closure: false, leaves: false }]
  private current: { statement: Statement; definition: StatementDefinition; address: string } | null = null
  /** Expressions of the current statement whose values a trace names. */
  private named = new Map<Expression, string>()
  private currentSite: TraceSite | null = null
  private readonly sequences = new SequenceWriter(this)
  /** Blocks around that run on copies of the variables, which nothing outside can read. */
  private detachedBlocks = 0
  /** Variables that the current statement sets, for traces. */
  private changed = new Set<string>()

  constructor(options: EmitterOptions) {
    this.options = options
    this.async = options.async
    this.places = { addresses: [], statements: [], object: options.object ?? null }
    this.variableSlots = new StackVariables(options.mutated)
  }

  // ---------------------------------------------------------------------------------------------- names and text

  /** A line that opens with a bracket would go on with the one above. */
  line(code: Code): void {
    this.output.push(/^[([]/.test(String(code)) ? js`;${code}` : code)
  }

  name(): Code {
    return js`t${this.names++}`
  }

  temp(): Code {
    const temp = this.name()
    this.frame.temps.push(temp)
    return temp
  }

  local(): Code {
    return this.temp()
  }

  constant(constant: unknown): Code {
    const known = this.constantCodes.get(constant)
    if (known !== undefined) return known
    const code = js`k${this.constants.length}`
    this.constants.push(constant)
    this.constantCodes.set(constant, code)
    return code
  }

  /** Literals of lists and objects are made anew at each use, since a stack may change them. */
  literal(literal: Value): Code {
    return literalCode(literal)
  }

  get mayWait(): boolean {
    return this.async && this.closures === 0
  }

  get mayRestart(): boolean {
    return !this.async && this.closures === 0
  }

  inClosure(write: () => Code): { code: Code; temps: Code[] } {
    const frame: Frame = { temps: [], loops: [], closure: true, leaves: false }
    this.frames.push(frame)
    this.closures++
    try {
      return { code: write(), temps: frame.temps }
    } finally {
      this.closures--
      this.frames.pop()
    }
  }

  private get frame(): Frame {
    return this.frames.at(-1)!
  }

  // ------------------------------------------------------------------------------------------------------- blocks

  block(head: Code, inside: () => void): void {
    this.line(js`${head} {`)
    this.variableSlots.inBranch(inside)
    this.line(js`}`)
  }

  openElse(inside: () => void): void {
    this.line(js`else {`)
    this.elses++
    this.variableSlots.inBranch(inside)
  }

  closeElses(): void {
    for (; this.elses > 0; this.elses--) this.line(js`}`)
  }

  loop(head: Code, inside: () => void): void {
    this.loops = true
    this.frame.loops.push({ elements: this.nextElements })
    this.nextElements = null
    this.block(head, () => {
      this.writeRound()
      // Known to be a whole number of 32 bits, it stays in a register.
      this.line(
        js`if ((fuel = (fuel - 1) | 0) < 0) fuel = ${this.async ? js`(await run.pause())` : js`run.refuel()`} | 0`,
      )
      inside()
    })
    this.frame.loops.pop()
  }

  leave(how: 'break' | 'continue'): void {
    if (this.frame.loops.length > 0) return this.line(how === 'break' ? js`break` : js`continue`)
    const outer = this.frames.findLast((frame) => frame.loops.length > 0)
    if (!this.frame.closure || outer === undefined) return this.fail('outside_loop', `${how} stands outside a loop.`)
    this.frame.leaves = true
    this.line(how === 'break' ? js`return 'break'` : js`return 'continue'`)
  }

  elements(source: Code): Elements {
    const [list, index, removed] = [this.temp(), this.temp(), this.temp()]
    this.line(js`${list} = ${this.constant(this.async ? asyncElements : elements)}(${source})`)
    this.line(js`${removed} = null`)
    this.nextElements = { list, index, removed }
    this.lastElements = this.nextElements
    return { head: (element) => this.elementsHead(list, index, element) }
  }

  private elementsHead(list: Code, index: Code, element: Code): Code {
    const next = js`${index} < ${list}.length && (${element} = ${list}[${index}], true)`
    if (!this.async) return js`for (${index} = 0; ${next}; ${index}++)`
    const answer = this.temp()
    const streamed = js`(${answer} = await ${list}.next(), !${answer}.done && (${element} = ${answer}.value, true))`
    return js`for (${index} = 0; Array.isArray(${list}) ? ${next} : ${streamed}; ${index}++)`
  }

  closing(loop: () => void): void {
    if (!this.async) return loop()
    const { list } = this.nextElements!
    this.line(js`try {`)
    loop()
    this.line(js`} finally { if (!Array.isArray(${list})) await ${list}.return?.() }`)
  }

  removeElement(): void {
    const loop = this.frame.loops.at(-1)?.elements ?? null
    if (loop === null) return this.fail('outside_loop', 'Remove Entry stands outside a For Each loop.')
    this.line(js`(${loop.removed} ??= new Set()).add(${loop.index})`)
  }

  removeMarked(): void {
    const { list, removed } = this.lastElements!
    const subject = unwrap(this.subject())
    if (subject.kind !== 'variable') return
    this.line(js`if (${removed} !== null) {`)
    this.assign(subject.name, js`${list}.filter((_, position) => !${removed}.has(position))`, true)
    this.line(js`}`)
  }

  return(result: Code): void {
    this.line(this.frame.closure ? js`return [${result}]` : js`return ${result}`)
  }

  closure(inside: () => void, wrap: (fn: Code) => Code): void {
    const frame: Frame = { temps: [], loops: [], closure: true, leaves: false }
    const before = this.output
    this.output = []
    this.frames.push(frame)
    this.variableSlots.inBranch(inside)
    this.frames.pop()
    const body = this.output
    this.output = before
    const temps = frame.temps.map((temp) => js`let ${temp};`)
    const outcome = this.temp()
    this.line(js`${outcome} = ${wrap(js`async () => { ${lines([...temps, ...body])} }`)}`)
    this.line(
      js`if (Array.isArray(${outcome})) { ${this.frame.closure ? js`return ${outcome}` : js`return ${outcome}[0]`} }`,
    )
    if (!frame.leaves) return
    this.line(js`if (${outcome} === 'break') { ${this.leaveCode('break')} }`)
    this.line(js`if (${outcome} === 'continue') { ${this.leaveCode('continue')} }`)
  }

  detached(inside: () => void, wrap: (work: Code) => Code): void {
    const slots = [...this.variableSlots.entries()].flatMap(([, { code, owned }]) =>
      owned === null ? [code] : [code, owned],
    )
    const flags = [...this.variableSlots.entries()].flatMap(([, { owned }]) =>
      owned === null ? [] : [js`${owned} = false`],
    )
    const frame: Frame = { temps: [], loops: [], closure: true, leaves: false }
    const before = this.output
    this.output = []
    this.frames.push(frame)
    this.detachedBlocks++
    this.variableSlots.inBranch(inside)
    this.detachedBlocks--
    this.frames.pop()
    const body = lines([...frame.temps.map((temp) => js`let ${temp};`), ...this.output])
    this.output = before
    for (const flag of flags) this.line(flag)
    // It has a place of its own: the stack around it has ended when it fails.
    const placed = js`let s = 0, q = false; try { ${body} } catch (error) { throw run.fail(error, places, s) }`
    this.line(wrap(js`((${commas(slots)}) => async () => { ${placed} })(${commas(slots)})`))
  }

  private leaveCode(how: 'break' | 'continue'): Code {
    const before = this.output
    this.output = []
    this.leave(how)
    const code = lines(this.output)
    this.output = before
    return code
  }

  body(body: Body, clause: string): void {
    const base = this.current === null ? clause : `${this.current.address}.${clause}`
    const before = this.current
    let index = 0
    for (const item of body.items) {
      if (item.kind !== 'statement') {
        if (item.kind === 'invalid') this.unreadable(item.text, `${base}.${index}`)
        continue
      }
      this.options.statement(item, `${base}.${index++}`, this)
    }
    this.sequences.end()
    this.current = before
  }

  private unreadable(text: string, address: string): void {
    this.sequences.end()
    this.place(address, 'unreadable')
    const failure = new StatementFailure('unreadable_statement', `"${text.trim().slice(0, 80)}" can't be read.`)
    this.line(js`${this.constant(failure)}.raise()`)
  }

  /** From here on code belongs to the statement of that name at `address`. */
  place(address: string, name: string): void
  place(): Place
  place(address?: string, name = ''): Place | void {
    if (address === undefined) return compilePlace(this, this.currentStatement)
    const { addresses, statements } = this.places
    statements.push(name)
    this.line(js`s = ${addresses.push(address) - 1}`)
  }

  /** Writes one statement through its own `emit`; what it wrote is taken back when it fails to compile. */
  within(statement: Statement, definition: StatementDefinition, address: string, write: () => void): void {
    const before = {
      current: this.current,
      elses: this.elses,
      elements: this.lastElements,
      output: this.output,
      changed: this.changed,
      named: this.named,
      site: this.currentSite,
      frames: this.frames.length,
    }
    const loops = this.frame.loops.length
    this.current = { statement, definition, address }
    if (this.options.traced) this.named = namedExpressions(statement, definition)
    this.changed = new Set()
    this.output = []
    this.elses = 0
    try {
      write()
    } catch (error) {
      if (!(error instanceof StatementFailure)) throw error
      this.frames.length = before.frames
      this.frame.loops.length = loops
      this.each = null
      this.sequences.takenBack()
      this.output = [js`${this.constant(error)}.raise()`]
    }
    before.output.push(...this.output)
    this.output = before.output
    this.current = before.current
    this.elses = before.elses
    this.lastElements = before.elements
    for (const name of this.changed) before.changed.add(name)
    this.changed = before.changed
    this.named = before.named
    this.currentSite = before.site
  }

  get currentStatement(): Statement {
    return this.current!.statement
  }

  get currentAddress(): string {
    return this.current!.address
  }

  /** The current statement changes that variable. */
  noteChange(name: string): void {
    this.changed.add(name)
  }

  // ------------------------------------------------------------------------------------------------------- traces

  /** What stands before each statement. */
  enterStatement(site: TraceSite, statement: Statement, { ends }: StatementDefinition): void {
    if (!this.options.traced) return this.pauseWhenDue(site)
    const told = site.quick !== null && ends === undefined && this.options.held !== true && this.detachedBlocks === 0
    // Who holds a list or object that is changed in place has to be asked.
    if (told && !changesInPlace(statement, this.options.mutated)) {
      return this.sequences.enter(site, this.places.addresses.length - 1, site.quick === 'block')
    }
    this.sequences.end()
    this.pauseWhenDue(site)
    this.currentSite = site
    const code = this.constant(site)
    this.line(js`tr.enter(${code})`)
    if (this.options.held !== true || this.detachedBlocks > 0) return
    this.line(js`if (tr.holder.wants(${code})) await run.hold(${code}, held)`)
  }

  /** What is quick makes nothing due, and holds nobody up while something is. */
  private pauseWhenDue({ quick }: TraceSite): void {
    if (this.async && quick === null) this.line(js`if (run.due) fuel = (await run.pause()) | 0`)
  }

  leaveSite(site: TraceSite): void {
    this.sequences.openBlocks()
    const reset = this.sequences.leave([...this.changed].map((name) => [name, this.variableSlots.get(name).code]))
    if (reset !== null) return void this.output.unshift(reset)
    this.sequences.end()
    // What ran within tells what it changed, and the next thing outside that it ended.
    if (site.quick === 'block') return
    const code = this.constant(site)
    if (this.current?.definition.clauses !== undefined) this.line(js`tr.back(${code})`)
    for (const name of this.changed) this.writeChange(name)
    if (site.quick !== 'leaf') this.line(js`tr.leave(${code})`)
  }

  private writeChange(name: string): void {
    const { code, owned } = this.variableSlots.get(name)
    if (owned === null) this.line(js`tr.set(${literalCode(name)}, ${code})`)
    else this.line(js`if (tr.own(${literalCode(name)}, ${code})) ${owned} = false`)
  }

  private writeRound(): void {
    const loop = this.currentSite
    if (!this.options.traced || loop === null) return
    const site: TraceSite = {
      address: `${loop.address}.each`,
      statement: 'each',
      as: null,
      loop,
      quick: null,
      repeats: false,
    }
    this.line(js`tr.round(${this.constant(site)})`)
  }

  /** Code whose value a trace shows under that name. */
  watched(name: string, code: Code): Code {
    if (!this.options.traced) return code
    return this.sequences.argument(name, code) ?? js`tr.arg(${literalCode(name)}, ${code})`
  }

  caught(failure: Code): void {
    if (!this.options.traced) return
    this.line(this.sequences.caught())
    this.line(js`tr.error(places.addresses[s], ${failure})`)
  }

  /** Declares `held`: reads and writes all variables, for whoever holds the run. */
  heldVariables(): Code {
    const entries = [...this.variableSlots.entries()]
    const cases = entries.map(([name, { code, owned }]) => {
      const flag = owned === null ? js`` : js` ${owned} = false;`
      return js`case ${literalCode(name)}: ${code} = value;${flag} return true;`
    })
    const read = objectCode(entries.map(([name, { code }]) => [name, code] as const))
    return js`const held = { read: () => (${read}), write(name, value) { switch (name) { ${lines(cases)} } return false } };`
  }

  clauses(name: string): readonly Clause[] {
    const { statement, address } = this.current!
    const many = this.current!.definition.clauses?.[name]?.many === true
    const found: Clause[] = []
    let ordinal = 0
    for (const item of statement.body?.items ?? []) {
      if (item.kind !== 'statement' || item.name !== name) continue
      const key = name === 'if' ? 'then' : name
      // One that is disabled counts: an address says where in the text.
      const clauseAddress = many ? `${address}.${key}.${ordinal++}` : `${address}.${key}`
      if (item.disabled) continue
      found.push({ statement: item, body: () => this.clauseBody(item, clauseAddress) })
    }
    return found
  }

  private clauseBody(clause: Statement, address: string): void {
    const before = this.current!
    this.current = { ...before, address }
    const repeats = before.definition.clauses?.[clause.name]?.repeats === true
    this.sequences.openBlocks()
    if (this.options.traced && repeats && clause.as !== null) this.writeChange(clause.as.name)
    let index = 0
    for (const item of clause.body?.items ?? []) {
      if (item.kind === 'invalid') this.unreadable(item.text, `${address}.${index}`)
      if (item.kind === 'statement') this.options.statement(item, `${address}.${index++}`, this)
    }
    this.sequences.end()
    this.current = before
  }

  // -------------------------------------------------------------------------------------------------- expressions

  env(name: Code): Code {
    return js`run.env(${name})`
  }

  compile(expression: Expression, look?: boolean): Compiled {
    return compile(expression, this, look)
  }

  value(expression: Expression, look?: 'look'): Code {
    const name = this.named.get(expression)
    if (name === undefined) return compile(expression, this, look === 'look').code
    // The trace keeps what it shows, so that the value is more than looked at.
    return this.watched(name, compile(expression, this).code)
  }

  condition(expression: Expression): Code {
    const name = this.named.get(expression)
    const code = compileCondition(expression, this)
    return name === undefined ? code : this.watched(name, code)
  }

  eachFunction(expression: Expression, kind: 'value' | 'condition'): Code {
    return compileEach(expression, false, kind, this)
  }

  argument(name: string, look?: 'look'): Code {
    const tree = this.argumentTree(name)
    if (tree !== null) return this.value(tree, look)
    const parameter = this.current!.definition.args[name]
    if (parameter?.required === true)
      return this.fail('missing_argument', `${this.current!.definition.name} needs "${name}".`)
    return literalCode(parameter?.default ?? null)
  }

  argumentTree(name: string): Expression | null {
    return attribute(this.current!.statement.body, name)?.value ?? null
  }

  subject(): Expression {
    const { subject, name } = this.current!.statement
    return subject ?? this.fail('missing_subject', `${name} needs an expression in parentheses.`)
  }

  subjectCondition(): Expression {
    const { condition, name } = this.current!.statement
    return condition ?? this.fail('missing_condition', `${name} needs "if (…)".`)
  }

  filter(name: string, base: Code, args: readonly Code[]): Code {
    const filter = filters.get(name)
    if (filter === undefined) return this.fail('unknown_filter', `There is no filter "${name}".`)
    return callFilter(filter, base, args, this)
  }

  // ---------------------------------------------------------------------------------------------------- variables

  readVariable(name: string, mode: 'value' | 'look' | 'maybe'): Code {
    const { code, owned } = this.variableSlots.get(name)
    const escapes = mode !== 'look' && owned !== null
    if (mode === 'maybe') return escapes ? js`(${owned!} = false, ${code} ?? null)` : js`(${code} ?? null)`
    const read = this.variableSlots.isSet(name)
      ? code
      : js`(${code} === undefined ? run.missing(${literalCode(name)}) : ${code})`
    return escapes ? js`(${owned!} = false, ${read})` : read
  }

  knows(name: string): boolean {
    return this.variableSlots.isSet(name)
  }

  assign(name: string, assigned: Code, fresh = false): void {
    const { code, owned } = this.variableSlots.get(name)
    this.line(js`${code} = ${assigned}`)
    if (owned !== null) this.line(fresh ? js`${owned} = true` : js`${owned} = false`)
    this.variableSlots.markSet(name)
    this.changed.add(name)
  }

  result(result: Code, fresh = false): void {
    const binding = this.current!.statement.as
    if (binding === null) return this.line(result)
    this.assign(binding.name, result, fresh)
    if (binding.filters !== null) this.assign(binding.name, value(binding.filters, this))
  }

  variables(): Code {
    const members = [...this.variableSlots.entries()].map(([name, { code }]) => [name, code] as const)
    const present = objectCode(members)
    return js`Object.fromEntries(Object.entries(${present}).filter((entry) => entry[1] !== undefined))`
  }

  callFunction(name: string, input: Code): Code {
    if (!this.async) return js`run.program.callSync(${literalCode(name)}, ${input}, run)`
    return this.awaited(js`run.program.call(${literalCode(name)}, ${input}, run)`)
  }

  /** The value of code that may give a promise. */
  awaited(code: Code): Code {
    const temp = this.temp()
    return js`((${temp} = ${code}) instanceof Promise ? await ${temp} : ${temp})`
  }

  fail(reason: string, message: string, hint?: string): never {
    throw new StatementFailure(reason, message, hint)
  }

  /** All that was written, with the declarations of temporaries. */
  finish(): { body: Code; declarations: Code[]; sequences: SequenceWriter; loops: boolean } {
    const slots = [...this.variableSlots.entries()].flatMap(([, { code, owned }]) =>
      owned === null ? [js`let ${code};`] : [js`let ${code}, ${owned} = false;`],
    )
    return {
      body: lines(this.output),
      sequences: this.sequences,
      loops: this.loops,
      declarations: [...slots, ...this.frame.temps.map((temp) => js`let ${temp};`)],
    }
  }
}
