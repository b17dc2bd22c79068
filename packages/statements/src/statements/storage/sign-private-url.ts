import { optional, required } from '../../define/parameters.ts'
import { readInteger, readText } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'storage.sign_private_url',
  label: 'Sign private address',
  category: 'storage',
  icon: 'link',
  help: 'An address with which anyone can read a private file for a while.',
  keywords: ['share', 'download', 'url'],
  args: {
    pathname: required('text', 'Path', 'The path that keeping it gave.'),
    ttl: optional('int', 'Time to live', 'Seconds the address is good for.', 30),
  },
  result: 'text',
  needs: ['files'],
}

export const run: Run = (args, { ports }) =>
  ports.files.signUrl(readText(args, 'pathname'), readInteger(args, 'ttl', 1))

export const examples: readonly StatementExample[] = [
  {
    title: 'is an address',
    stack: `storage.create_file_resource {
      filename = "a.txt"
      filedata = "hello"
    } as $file
    storage.create_attachment {
      value = $file
      access = "private"
    } as $kept
    storage.sign_private_url {
      pathname = $kept.path
      ttl = 60
    } as $url
    var $x {
      value = $url|starts_with:"http"
    }`,
    expect: true,
  },
  {
    title: 'it must end some day',
    stack: `try_catch {
      try {
        storage.sign_private_url {
          pathname = "/vault/a.txt"
          ttl = 0
        } as $url
      }
      catch {
        var $x {
          value = $error.message
        }
      }
    }`,
    expect: 'ttl must be a whole number of at least 1, not the number 0.',
  },
]
