import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { keepArgs, keepFile } from './keep-file.ts'

export const definition: StatementDefinition = {
  name: 'storage.create_audio',
  label: 'Create audio metadata',
  category: 'storage',
  icon: 'music',
  help: 'Keeps a sound. What it gives goes into an audio column.',
  keywords: ['sound', 'upload'],
  args: keepArgs,
  result: 'object',
  needs: ['files'],
}

export const run: Run = (args, { ports }) => keepFile('audio', args, ports.files)

export const examples: readonly StatementExample[] = [
  {
    title: 'what is known of the file',
    stack: `storage.create_file_resource {
      filename = "a.mp3"
      filedata = "hello"
    } as $file
    storage.create_audio {
      value = $file
    } as $kept
    var $x {
      value = [$kept.name, $kept.type, $kept.size, $kept.mime, $kept.access]
    }`,
    expect: ['a.mp3', 'audio', 5, 'audio/mpeg', 'public'],
  },
  {
    title: 'a file of another kind is refused',
    stack: `storage.create_file_resource {
      filename = "a.txt"
      filedata = "hello"
    } as $file
    try_catch {
      try {
        storage.create_audio {
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
