import type { Filter } from '../../define/types.ts'
import { base64 } from './base64.ts'
import { csv } from './csv.ts'
import { hex } from './hex.ts'
import { json } from './json.ts'
import { numberBase } from './number-base.ts'
import { url } from './url.ts'
import { xmlDecode } from './xml.ts'
import { yaml } from './yaml.ts'

/** The filters of category "conversion". */
export const conversionFilters: readonly Filter[] = [
  ...json,
  ...base64,
  ...url,
  ...csv,
  ...yaml,
  xmlDecode,
  ...hex,
  ...numberBase,
]
