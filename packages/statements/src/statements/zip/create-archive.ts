import { required } from '../../define/parameters.ts'
import { readText } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { writeArchive } from '../../archive/write-archive.ts'
import { fileNameOf } from '../storage/file-name.ts'
import { encryptionArg, passwordArg, readProtection } from './archive-args.ts'

export const definition: StatementDefinition = {
  name: 'zip.create_archive',
  label: 'Create archive',
  category: 'storage',
  icon: 'archive',
  help: 'Makes an empty zip archive. With a password, what is added to it is locked.',
  keywords: ['zip', 'compress', 'pack'],
  args: {
    filename: required('text', 'File name', 'The name of the archive: export.zip.'),
    password: passwordArg,
    password_encryption: encryptionArg,
  },
  result: 'file',
  needs: [],
}

export const run: Run = (args, { signal }) => {
  const [name, protection] = [fileNameOf(readText(args, 'filename')), readProtection(args, null)]
  return writeArchive({ name, kept: [], added: [], modified: 0, protection }, signal)
}

export const examples: readonly StatementExample[] = [
  {
    title: 'it is empty',
    stack: `zip.create_archive {
      filename = "a.zip"
    } as $zip
    zip.view_contents {
      zip = $zip
    } as $x`,
    expect: [],
  },
  {
    title: 'it is a file',
    stack: `zip.create_archive {
      filename = "../b.zip"
    } as $zip
    var $x {
      value = $zip.name ~ " " ~ $zip.mime
    }`,
    expect: 'b.zip application/zip',
  },
]
