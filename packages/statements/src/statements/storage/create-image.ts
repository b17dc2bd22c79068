import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { keepArgs, keepFile } from './keep-file.ts'

export const definition: StatementDefinition = {
  name: 'storage.create_image',
  label: 'Create image metadata',
  category: 'storage',
  icon: 'image',
  help: 'Keeps a picture (jpeg, png, gif or webp). What it gives goes into an image column.',
  keywords: ['picture', 'photo', 'upload'],
  args: keepArgs,
  result: 'object',
  needs: ['files'],
}

export const run: Run = (args, { ports }) => keepFile('image', args, ports.files)

export const examples: readonly StatementExample[] = [
  {
    title: 'what is known of the file',
    stack: `storage.create_file_resource {
      filename = "a.png"
      filedata = "hello"
    } as $file
    storage.create_image {
      value = $file
    } as $kept
    var $x {
      value = [$kept.name, $kept.type, $kept.size, $kept.mime, $kept.access]
    }`,
    expect: ['a.png', 'image', 5, 'image/png', 'public'],
  },
  {
    title: 'a file of another kind is refused',
    stack: `storage.create_file_resource {
      filename = "a.txt"
      filedata = "hello"
    } as $file
    try_catch {
      try {
        storage.create_image {
          value = $file
        } as $kept
      }
      catch {
        var $x {
          value = $error.message
        }
      }
    }`,
    expect: 'Invalid file extension.',
  },
]
