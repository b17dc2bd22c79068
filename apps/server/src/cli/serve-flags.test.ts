import { expect, test } from 'vitest'
import { UsageError } from './command.ts'
import { readServeFlags } from './serve-flags.ts'

test.each<[string, Parameters<typeof readServeFlags>, Partial<ReturnType<typeof readServeFlags>>]>([
  ['nothing', [{}, {}], { host: '127.0.0.1', port: 9999, workers: 1, databaseUrl: undefined, redisUrl: null }],
  [
    'the environment',
    [{}, { PORT: '80', HOST: '::1', DATABASE_URL: 'x' }],
    { port: 80, host: '::1', databaseUrl: 'x' },
  ],
  ['empty variables', [{}, { PORT: '', HOST: '', DATABASE_URL: '' }], { port: 9999, databaseUrl: undefined }],
  [
    'flags over variables',
    [
      { port: '0', host: '0.0.0.0' },
      { PORT: '80', HOST: '::1' },
    ],
    { port: 0, host: '0.0.0.0' },
  ],
  [
    'canonicals',
    [{ workspace: 'w', canonical: ['Auth=a', 'My=Group=b'] }, {}],
    {
      canonicals: new Map([
        ['Auth', 'a'],
        ['My=Group', 'b'],
      ]),
    },
  ],
])('%s', (_title, args, expected) => expect(readServeFlags(...args)).toMatchObject(expected))

test.each([
  [{ port: '65536' }, '--port must be a whole number from 0 to 65535, not "65536".'],
  [{ port: '1e3' }, '--port must be a whole number from 0 to 65535, not "1e3".'],
  [{ workers: '0' }, '--workers must be a whole number from 1 to 256, not "0".'],
  [{ canonical: ['A=b'] }, '--canonical needs --workspace.'],
  [{ workspace: 'w', canonical: ['A'] }, '--canonical must be NAME=SEGMENT, not "A".'],
])('%o is refused', (flags, message) => expect(() => readServeFlags(flags, {})).toThrow(new UsageError(message)))
