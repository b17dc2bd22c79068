import { z } from 'zod'
import { route } from './route.ts'
import { diagnostic, id, rowId, source } from './shapes.ts'
import { trace } from './trace.ts'

const name = z.string().min(1).max(128)
const token = z.string().max(16_384)
const values = z.record(z.string(), z.json())

/** Stops a run before a statement, where its condition holds. */
const breakpoint = z.strictObject({
  /** The stack it stands in, as a trace names it. */
  kind: z.string().max(40),
  name: z.string().max(500),
  address: z.string().max(500),
  /** An expression of the language over variables and inputs; empty: always. */
  when: z.string().max(2_000),
})

const outcome = z.object({
  status: z.enum(['done', 'failed', 'refused', 'paused']),
  result: z.json(),
  /** Whether the result is longer than what is told of it. */
  cut: z.boolean(),
  error: z
    .object({ code: z.string(), message: z.string(), at: z.string().nullable(), hint: z.string().nullable() })
    .nullable(),
  /** HTTP status that a request would get. */
  answers: z.int(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  trace: trace.nullable(),
  /** Of a run that stands still: what lets it go on, its variables, and until when it waits. */
  held: z
    .object({
      session: z.string(),
      step: z.int(),
      variables: z.array(z.tuple([z.string(), z.json()])),
      until: z.iso.datetime(),
    })
    .nullable(),
  /** Of a run that ended and can be kept as a test: by what `keepRun` finds it for a while. */
  run: z.string().nullable(),
  diagnostics: z.array(diagnostic),
})

/** What a token says, for a developer. */
const claims = z.object({
  table: z.string(),
  id: z.union([z.int(), z.string()]),
  datasource: z.string(),
  issuedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  expired: z.boolean(),
  extras: values,
  /** Whether the debugger made it. */
  debugger: z.boolean(),
})

/** Runs a stack as it is being written, and helps with who it runs for. Nothing here is kept in the history. */
export const runRoutes = {
  runStack: route({
    method: 'POST',
    path: '/run',
    permission: 'session',
    role: 'developer',
    large: true,
    summary:
      'Runs a query, function, task or middleware with an input, and tells what each statement did. What it writes is written.',
    input: z.strictObject({
      workspace: id,
      object: id,
      /** The text to run; null runs what is published. */
      source: source.nullable(),
      input: values,
      datasource: name,
      /** As a request would bear it; null for none. */
      token: token.nullable(),
      headers: z.array(z.tuple([name, z.string().max(8_192)])).max(50),
      breakpoints: z.array(breakpoint).max(200),
      /** Stops before the first statement. */
      stop: z.boolean(),
    }),
    output: outcome,
  }),
  resumeRun: route({
    method: 'POST',
    path: '/run/resume',
    permission: 'session',
    role: 'developer',
    large: true,
    summary: 'Lets a run that stands still go on, with variables changed; `unknown_run` when it waits no longer.',
    input: z.strictObject({
      workspace: id,
      session: z.string().max(100),
      /** To the next breakpoint; to the next statement of this stack, of any, or of the stack around; or to the end at once. */
      action: z.enum(['continue', 'over', 'into', 'out', 'stop']),
      set: values,
      breakpoints: z.array(breakpoint).max(200),
    }),
    output: outcome,
  }),
  keepRun: route({
    method: 'POST',
    path: '/run/keep',
    permission: 'session',
    role: 'developer',
    large: true,
    summary: 'Writes a run that ended as a test that passes; `not_testable` says why it can not be. Saves nothing.',
    input: z.strictObject({
      workspace: id,
      run: z.string().max(100),
      name: z.string().trim().min(1).max(200),
      /** The text as it is now; `text_changed` when it is another than the one that ran. */
      source,
    }),
    output: z.object({
      /** The same with the test. */
      source: z.string(),
      /** Parts of the response that are another each time, and not expected. */
      dropped: z.array(z.string()),
    }),
  }),
  evaluateAt: route({
    method: 'POST',
    path: '/run/evaluate',
    permission: 'session',
    role: 'developer',
    large: true,
    summary: 'What expressions give with these variables and this input. They can only compute.',
    input: z.strictObject({
      workspace: id,
      expressions: z.array(z.string().max(2_000)).max(50),
      variables: values,
      input: values,
    }),
    output: z.object({ results: z.array(z.object({ value: z.json(), error: z.string().nullable() })) }),
  }),
  mintToken: route({
    method: 'POST',
    path: '/run/token',
    permission: 'session',
    role: 'developer',
    summary: 'A short-lived token for a row of an auth table, without extras: no login or signup stack runs for it.',
    input: z.strictObject({ workspace: id, table: name, id: rowId, datasource: name }),
    output: z.object({ token: z.string(), claims }),
  }),
  logInThrough: route({
    method: 'POST',
    path: '/run/log-in',
    permission: 'session',
    role: 'developer',
    large: true,
    summary: 'Runs a published endpoint and takes the token out of its answer; `no_token` when there is none in it.',
    input: z.strictObject({ workspace: id, object: id, input: values, datasource: name }),
    output: z.object({ token: z.string(), claims }),
  }),
  decodeToken: route({
    method: 'POST',
    path: '/run/decode',
    permission: 'session',
    role: 'developer',
    summary: 'What a token of this workspace says, also when it has expired; `unknown_token` for any other.',
    input: z.strictObject({ workspace: id, token }),
    output: claims,
  }),
}
