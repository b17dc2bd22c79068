export type * from './define/types.ts'
export type * from './define/emit.ts'
export { Code, commas, js, keyCode, lines, literalCode, objectCode } from './define/code.ts'
export type * from './ports/ports.ts'
export type * from './ports/database.ts'
export { FileResource, ValueStream, type Value } from './values/value.ts'
export { StackError, errorTypes, type ErrorType } from './values/error.ts'
export { isContainer, isEmpty, isObject, isTruthy, typeName, type ValueKind, type ValueObject } from './values/kinds.ts'
export { isNumeric, toBool, toDecimal, toInt, toNumber, toText } from './values/convert.ts'
export { compare, looseEquals, strictEquals } from './values/equality.ts'
export { deepCopy } from './values/copy.ts'
export { getMember, objectOf, setMember, setOwn, unsetMember } from './values/members.ts'
export { getPath, hasPath } from './values/path/get-path.ts'
export { setPath, unsetPath, type NextValue } from './values/path/set-path.ts'
export type { EvaluatePathExpression, PathScope } from './values/path/path-scope.ts'
export {
  divide,
  evaluateOperator,
  modulus,
  operators,
  patternMatch,
  unaryOperators,
  type Operator,
} from './operators/operators.ts'
export { bytesOfText, textOfBytes } from './text/bytes.ts'
export { compilePattern, type Pattern } from './text/pattern.ts'
export { prepareAddon } from './statements/database/lower/prepare-addon.ts'
export { filterCatalogue, filters, type FilterCatalogue } from './filters/filters.ts'
