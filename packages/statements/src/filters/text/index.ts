import type { Filter } from '../../define/types.ts'
import { textCase } from './case.ts'
import { concat } from './concat.ts'
import { contains } from './contains.ts'
import { encoding } from './encoding.ts'
import { escape } from './escape.ts'
import { position } from './position.ts'
import { querystringParse } from './querystring-parse.ts'
import { regexQuote } from './regex-quote.ts'
import { regex } from './regex.ts'
import { replace } from './replace.ts'
import { strlen, substr } from './section.ts'
import { split } from './split.ts'
import { sprintf } from './sprintf.ts'
import { sql } from './sql.ts'
import { stripHtml } from './strip-html.ts'
import { trim } from './trim.ts'
import { unaccent } from './unaccent.ts'
import { urlArguments } from './url-arguments.ts'
import { urlParse } from './url-parse.ts'

/** The filters of category "text". */
export const textFilters: readonly Filter[] = [
  concat,
  sprintf,
  split,
  replace,
  substr,
  strlen,
  ...contains,
  ...position,
  ...trim,
  ...textCase,
  stripHtml,
  unaccent,
  ...escape,
  ...regex,
  regexQuote,
  querystringParse,
  urlParse,
  ...urlArguments,
  ...encoding,
  ...sql,
]
