import type { StatementModule } from '../../define/types.ts'
import * as geoDistance from './geo-distance.ts'
import * as getAllInput from './get-all-input.ts'
import * as getEnv from './get-env.ts'
import * as getInput from './get-input.ts'
import * as getRawInput from './get-raw-input.ts'
import * as ipLookup from './ip-lookup.ts'
import * as sendEmail from './send-email.ts'
import * as setHeader from './set-header.ts'
import * as sleep from './sleep.ts'
import * as templateEngine from './template-engine.ts'

/** Statements about the request, its answer and time, in the order of the palette. */
export const utility: readonly StatementModule[] = [
  setHeader,
  getAllInput,
  getInput,
  getRawInput,
  getEnv,
  sleep,
  geoDistance,
  ipLookup,
  templateEngine,
  sendEmail,
]
