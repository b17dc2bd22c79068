import { required } from '../../define/parameters.ts'
import { invalidArgument, readText, readValue } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { textToBytes } from '../../values/bytes.ts'
import { toText } from '../../values/convert.ts'
import { isContainer, isObject } from '../../values/kinds.ts'
import { FileResource, type Value } from '../../values/value.ts'
import { fileNameOf } from './file-name.ts'
import { mediaTypeOf } from './media-type.ts'

export const definition: StatementDefinition = {
  name: 'storage.create_file_resource',
  label: 'Create file resource',
  category: 'storage',
  icon: 'file-plus',
  help: 'Makes a file of text or bytes, to keep it or to send it on. Its type follows from its name.',
  keywords: ['new', 'write', 'export'],
  args: {
    filename: required('text', 'File name', 'With its ending: report.csv.'),
    filedata: required('any', 'Data', 'The text or bytes of the file, or what reading a file gave.'),
  },
  result: 'file',
  needs: [],
}

export const run: Run = (args) => {
  const name = fileNameOf(readText(args, 'filename'))
  return new FileResource(name, mediaTypeOf(name), bytesOf(readValue(args, 'filedata')))
}

function bytesOf(data: Value): Uint8Array {
  if (data instanceof FileResource) return data.data
  if (isObject(data) && typeof data['data'] === 'string') return textToBytes(data['data'])
  if (isContainer(data)) throw invalidArgument('filedata', 'text', data)
  return textToBytes(toText(data))
}

export const examples: readonly StatementExample[] = [
  {
    title: 'its type follows from its name',
    stack: `storage.create_file_resource {
      filename = "report.csv"
      filedata = "a,b"
    } as $file
    storage.read_file_resource {
      value = $file
    } as $x`,
    expect: { data: 'a,b', mime: 'text/csv', name: 'report.csv', size: 3 },
  },
  {
    title: 'a name is no path',
    stack: `storage.create_file_resource {
      filename = "../../etc/passwd"
      filedata = ""
    } as $file
    storage.read_file_resource {
      value = $file
    } as $read
    var $x {
      value = $read.name
    }`,
    expect: 'passwd',
  },
]
