import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { keepArgs, keepFile } from './keep-file.ts'

export const definition: StatementDefinition = {
  name: 'storage.create_video',
  label: 'Create video metadata',
  category: 'storage',
  icon: 'film',
  help: 'Keeps a video. What it gives goes into a video column.',
  keywords: ['film', 'upload'],
  args: keepArgs,
  result: 'object',
  needs: ['files'],
}

export const run: Run = (args, { ports }) => keepFile('video', args, ports.files)

export const examples: readonly StatementExample[] = [
  {
    title: 'what is known of the file',
    stack: `storage.create_file_resource {
      filename = "a.mp4"
      filedata = "hello"
    } as $file
    storage.create_video {
      value = $file
    } as $kept
    var $x {
      value = [$kept.name, $kept.type, $kept.size, $kept.mime, $kept.access]
    }`,
    expect: ['a.mp4', 'video', 5, 'video/mp4', 'public'],
  },
  {
    title: 'a file of another kind is refused',
    stack: `storage.create_file_resource {
      filename = "a.txt"
      filedata = "hello"
    } as $file
    try_catch {
      try {
        storage.create_video {
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
