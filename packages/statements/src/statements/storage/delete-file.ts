import { required } from '../../define/parameters.ts'
import { readText } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'storage.delete_file',
  label: 'Delete file',
  category: 'storage',
  icon: 'file-x',
  help: 'Deletes a file that was kept. Rows that name it stay as they are.',
  keywords: ['remove'],
  args: { pathname: required('text', 'Path', 'The path that keeping it gave.') },
  needs: ['files'],
}

export const run: Run = async (args, { ports }) => {
  await ports.files.delete(readText(args, 'pathname'))
  return null
}

const kept = `storage.create_file_resource {
      filename = "a.txt"
      filedata = "hello"
    } as $file
    storage.create_attachment {
      value = $file
    } as $kept
    `

export const examples: readonly StatementExample[] = [
  {
    title: 'the file is gone',
    stack: `${kept}storage.delete_file {
      pathname = $kept.path
    }
    try_catch {
      try {
        storage.read_file_resource {
          value = $kept
        } as $read
      }
      catch {
        var $x {
          value = "gone"
        }
      }
    }`,
    expect: 'gone',
  },
  {
    title: 'the file in hand stays',
    stack: `${kept}storage.delete_file {
      pathname = $kept.path
    }
    storage.read_file_resource {
      value = $file
    } as $read
    var $x {
      value = $read.data
    }`,
    expect: 'hello',
  },
]
