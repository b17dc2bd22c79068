import { required } from '../../define/parameters.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { bytesToText } from '../../values/bytes.ts'
import { readStoredFile } from './read-stored-file.ts'

export const definition: StatementDefinition = {
  name: 'storage.read_file_resource',
  label: 'Get file resource data',
  category: 'storage',
  icon: 'file-text',
  help: 'The data of a file, with its name, type and size. Takes an uploaded file or the value of a file column.',
  keywords: ['content', 'import', 'upload'],
  args: { value: required('any', 'File', 'A file, or the value of an image, video, audio or attachment column.') },
  result: 'object',
  needs: ['files'],
}

export const run: Run = async (args, { ports }) => {
  const { data, mime, name, size } = await readStoredFile(args, 'value', ports.files)
  return { data: bytesToText(data), mime, name, size }
}

export const examples: readonly StatementExample[] = [
  {
    title: 'of a file that was kept',
    stack: `storage.create_file_resource {
      filename = "a.txt"
      filedata = "café"
    } as $file
    storage.create_attachment {
      value = $file
    } as $kept
    storage.read_file_resource {
      value = $kept
    } as $x`,
    expect: { data: 'café', mime: 'text/plain', name: 'a.txt', size: 5 },
  },
  {
    title: 'text is no file',
    stack: `try_catch {
      try {
        storage.read_file_resource {
          value = "/etc/passwd"
        } as $read
      }
      catch {
        var $x {
          value = $error.message
        }
      }
    }`,
    expect: 'value must be a file, not a text.',
  },
]
