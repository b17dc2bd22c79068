import { StackError, type ErrorType } from '@cairn/statements'
import { ConnectionLost, ServerError } from '../connect/server-error.ts'

interface Meaning {
  type: ErrorType
  reason: string
  message: string
}

/** What an SQLSTATE means to the caller of a stack. The server's own words name tables and SQL, so they stay inside. */
const meanings: Readonly<Record<string, Meaning>> = {
  '23505': {
    type: 'badrequest',
    reason: 'duplicate_record',
    message: 'Duplicate record detected. Please check whether a record with the same unique value already exists.',
  },
  '23502': { type: 'badrequest', reason: 'missing_value', message: 'A value that must be there is missing.' },
  '23503': {
    type: 'badrequest',
    reason: 'broken_reference',
    message: 'The record refers to one that does not exist, or is referred to by another.',
  },
  '23514': { type: 'badrequest', reason: 'value_not_allowed', message: 'A value is not one of the allowable values.' },
  '22P02': { type: 'badrequest', reason: 'invalid_value', message: 'A value does not fit its type.' },
  '22P05': { type: 'badrequest', reason: 'invalid_value', message: 'A text holds a character that cannot be stored.' },
  '22021': { type: 'badrequest', reason: 'invalid_value', message: 'A text holds a character that cannot be stored.' },
  '22023': { type: 'badrequest', reason: 'invalid_value', message: 'An argument of a query filter is not valid.' },
  '22003': { type: 'badrequest', reason: 'number_out_of_range', message: 'A number is out of range.' },
  '22008': { type: 'badrequest', reason: 'time_out_of_range', message: 'A time is out of range.' },
  '22012': { type: 'badrequest', reason: 'division_by_zero', message: 'A query divided by zero.' },
  '2201B': { type: 'badrequest', reason: 'invalid_pattern', message: 'A regular expression of a query is not valid.' },
  '22025': { type: 'badrequest', reason: 'invalid_pattern', message: 'A pattern of a query is not valid.' },
  '2202E': { type: 'badrequest', reason: 'invalid_value', message: 'Lists of different lengths cannot be compared.' },
  '54000': { type: 'badrequest', reason: 'too_large', message: 'A value or query is too large.' },
  '40001': { type: 'standard', reason: 'conflict', message: 'The transaction ran into another one. Run it again.' },
  '40P01': { type: 'standard', reason: 'deadlock', message: 'Two transactions waited for each other. Run it again.' },
  '55P03': { type: 'standard', reason: 'locked', message: 'A record is locked by another transaction.' },
  '57014': { type: 'standard', reason: 'query_timeout', message: 'A query took too long and was stopped.' },
  '25P02': {
    type: 'standard',
    reason: 'transaction_failed',
    message: 'A statement of this transaction failed, so nothing more can be done in it.',
  },
  '25006': { type: 'standard', reason: 'read_only', message: 'The database can only be read.' },
  '53100': { type: 'standard', reason: 'disk_full', message: 'The database has no space left.' },
  '53300': { type: 'standard', reason: 'too_many_connections', message: 'The database takes no more connections.' },
  '42P01': {
    type: 'standard',
    reason: 'unknown_table',
    message: 'A table of the query does not exist in the database.',
  },
  '42703': {
    type: 'standard',
    reason: 'unknown_column',
    message: 'A column of the query does not exist in the database.',
  },
  '42501': { type: 'accessdenied', reason: 'not_permitted', message: 'The query may not touch that.' },
  '42601': { type: 'standard', reason: 'invalid_sql', message: 'The query is not valid SQL.' },
  '42883': {
    type: 'standard',
    reason: 'invalid_comparison',
    message: 'The query compares or uses values of types that do not go together.',
  },
  '42804': {
    type: 'standard',
    reason: 'invalid_comparison',
    message: 'The query compares or uses values of types that do not go together.',
  },
}

/** Turns what a driver threw into what a stack may see; the original is the `cause`. */
export function asStackError(error: unknown): StackError {
  if (error instanceof StackError) return error
  if (error instanceof ConnectionLost) {
    return new StackError('standard', 'connection_lost', 'The connection to the database was lost.', { cause: error })
  }
  if (error instanceof ServerError) {
    const meaning = meanings[error.code]
    if (meaning !== undefined) return new StackError(meaning.type, meaning.reason, meaning.message, { cause: error })
  }
  return new StackError('standard', 'database_failed', 'The database could not carry out the statement.', {
    cause: error,
  })
}
