import { expect, test } from 'vitest'
import { parseTarget } from './parse-target.ts'

test.each([
  ['/api:abc/me', { kind: 'api', canonical: 'abc', branch: null, path: 'me', query: '' }],
  ['/api:abc:v2/a/b?x=1', { kind: 'api', canonical: 'abc', branch: 'v2', path: 'a/b', query: 'x=1' }],
  ['/api:abc', { kind: 'api', canonical: 'abc', branch: null, path: '', query: '' }],
  ['http://host:1/api:abc/me?q', { kind: 'api', canonical: 'abc', branch: null, path: 'me', query: 'q' }],
  ['/api:meta/session', { kind: 'meta', path: 'session', query: '' }],
  ['/vault/1/public/x/a.txt?x', { kind: 'vault', path: '/vault/1/public/x/a.txt', query: 'x' }],
  ['/', { kind: 'page', path: '/', query: '' }],
  ['*', { kind: 'page', path: '', query: '' }],
])('%s goes to %o', (url, target) => expect(parseTarget(url)).toEqual(target))

test.each([
  ['/api%3Ameta/session', 'page'],
  ['/API:meta/session', 'page'],
  ['//api:meta/session', 'page'],
  ['/x?/api:meta/session', 'page'],
  ['/api:abc/x?/api:meta/', 'api'],
  ['/api:abc/../api:meta/session', 'api'],
  ['/api:meta;x/session', 'api'],
  ['/api:meta%2fsession', 'api'],
])('%s is taken as a %s, not as the editor API', (url, kind) => expect(parseTarget(url).kind).toBe(kind))
