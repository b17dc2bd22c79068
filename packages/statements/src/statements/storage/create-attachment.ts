import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { keepArgs, keepFile } from './keep-file.ts'

export const definition: StatementDefinition = {
  name: 'storage.create_attachment',
  label: 'Create attachment metadata',
  category: 'storage',
  icon: 'paperclip',
  help: 'Keeps a file of any kind. What it gives goes into an attachment column.',
  keywords: ['file', 'upload', 'document'],
  args: keepArgs,
  result: 'object',
  needs: ['files'],
}

export const run: Run = (args, { ports }) => keepFile('attachment', args, ports.files)

export const examples: readonly StatementExample[] = [
  {
    title: 'what is known of the file',
    stack: `storage.create_file_resource {
      filename = "a.txt"
      filedata = "hello"
    } as $file
    storage.create_attachment {
      value = $file
    } as $kept
    var $x {
      value = [$kept.name, $kept.type, $kept.size, $kept.mime, $kept.access]
    }`,
    expect: ['a.txt', '', 5, 'text/plain', 'public'],
  },
  {
    title: 'a name of its own',
    stack: `storage.create_file_resource {
      filename = "a.txt"
      filedata = "hello"
    } as $file
    storage.create_attachment {
      value = $file
      access = "private"
      filename = "../b.txt"
    } as $kept
    var $x {
      value = $kept.access ~ " " ~ $kept.name
    }`,
    expect: 'private b.txt',
  },
]
