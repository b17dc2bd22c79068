import type { Value } from '../values/value.ts'
import type { Parameter, QueryPart, TypeName } from './types.ts'

/** An argument that must be given, evaluated to a value of `type`. */
export function required(type: TypeName, label: string, help: string): Parameter {
  return { kind: 'value', type, label, help, required: true }
}

/** An argument that may be left out; `fallback` is then used. */
export function optional(type: TypeName, label: string, help: string, fallback: Value = null): Parameter {
  return { kind: 'value', type, label, help, required: false, default: fallback }
}

/** The variable, or a place inside one, that a statement stands for. */
export function variable(help = 'The variable to change.'): Parameter {
  return { kind: 'variable', type: 'any', label: 'Variable', help, required: true }
}

/** One of a few words; the first is used when it is left out. */
export function choice(values: readonly [string, ...string[]], label: string, help: string): Parameter {
  return { kind: 'choice', type: 'text', label, help, required: false, default: values[0], values }
}

/** A name known ahead: of a table, a function, or another object. */
export function named(kind: 'table' | 'function' | 'name', label: string, help: string): Parameter {
  return { kind, type: 'text', label, help, required: true }
}

/** A part that the statement reads as a tree: a condition, a sort, a list of columns. */
export function clause(type: TypeName, label: string, help: string, part?: QueryPart): Parameter {
  return { kind: 'query', type, label, help, required: false, ...(part !== undefined && { part }) }
}

/** The same arguments, on one tab of the form. */
export function onTab(tab: string, args: Readonly<Record<string, Parameter>>): Record<string, Parameter> {
  return Object.fromEntries(Object.entries(args).map(([name, parameter]) => [name, { ...parameter, tab }]))
}
