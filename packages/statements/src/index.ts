export type * from './define/types.ts'
export type * from './define/emit.ts'
export { catalogue } from './catalogue.ts'
export { Code, commas, js, keyCode, lines, literalCode, objectCode } from './define/code.ts'
export type * from './ports/ports.ts'
export type * from './ports/database.ts'
export { FileResource, ValueStream, type Value } from './values/value.ts'
export { StackError, errorTypes, type ErrorType } from './values/error.ts'
export { isContainer, isEmpty, isObject, isTruthy, typeName, type ValueKind, type ValueObject } from './values/kinds.ts'
export { isNumeric, toBool, toDecimal, toInt, toNumber, toText } from './values/convert.ts'
export { compare, looseEquals, strictEquals } from './values/equality.ts'
export { bytesToText, textToBytes } from './values/bytes.ts'
export { checkWhole } from './values/visits.ts'
export { deepCopy } from './values/copy.ts'
export { getMember, memberName, objectOf, setMember, setOwn, unsetMember } from './values/members.ts'
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
export { compilePattern, type Pattern } from './text/pattern.ts'
export { prepareAddon } from './statements/database/lower/prepare-addon.ts'
export { isQueryFilter } from './statements/database/lower/query-filters.ts'
export { filterCatalogue, filters, type FilterCatalogue } from './filters/filters.ts'
export { parsePhrase } from './time/phrase/parse-phrase.ts'
export { applyRules } from './inputs/rules/apply-rules.ts'
export { compileInputs, type InputLookup, type InputValidator } from './inputs/compile-inputs.ts'
export { convertValue } from './inputs/convert-value.ts'
export type { Caller } from './inputs/field-reader.ts'
export type { InputTime } from './inputs/types/input-type.ts'
export { formatTimestamp } from './time/format-timestamp.ts'
export { parseWithFormat } from './time/parse-with-format.ts'
export { findZone } from './time/zone.ts'
export { authLogin, authMe, authSignup, type AuthenticationOptions } from './prebuilt/authentication.ts'
export { crudQueries, type CrudEndpoint, type CrudOptions } from './prebuilt/crud.ts'
export { userTable } from './prebuilt/user-table.ts'
