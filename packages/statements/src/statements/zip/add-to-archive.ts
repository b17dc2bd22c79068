import { optional, required } from '../../define/parameters.ts'
import { readOptionalText } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { entryName } from '../../archive/entry-name.ts'
import { withArchive } from '../../archive/read-archive.ts'
import { writeArchive } from '../../archive/write-archive.ts'
import { readStoredFile } from '../storage/read-stored-file.ts'
import { archiveArg, encryptionArg, passwordArg, readProtection } from './archive-args.ts'

export const definition: StatementDefinition = {
  name: 'zip.add_to_archive',
  label: 'Add to archive',
  category: 'storage',
  icon: 'package-plus',
  help: 'Adds a file to the archive in a variable. A file of that name in it is replaced.',
  keywords: ['zip', 'compress', 'pack'],
  args: {
    file: required('any', 'File', 'A file, or the value of a file column.'),
    filename: optional(
      'text',
      'File name',
      'Its name in the archive, with folders if there are any; empty for its own.',
    ),
    zip: archiveArg,
    password: passwordArg,
    password_encryption: encryptionArg,
  },
  result: 'file',
  changes: 'zip',
  needs: ['files', 'clock', 'random'],
}

export const run: Run = async (args, { ports, signal }) => {
  const archive = await readStoredFile(args, 'zip', ports.files)
  const file = await readStoredFile(args, 'file', ports.files)
  const name = entryName(readOptionalText(args, 'filename') ?? file.name)
  const protection = readProtection(args, archive)
  return withArchive(archive, (entries) => {
    const kept = entries.filter(({ filename }) => filename !== name)
    const added = { name, data: file.data, modified: ports.clock.now() }
    // A password is salted by chance.
    return ports.random.made(() => writeArchive({ name: archive.name, kept, added, protection }, signal))
  })
}

const made = `zip.create_archive {
      filename = "a.zip"
    } as $zip
    storage.create_file_resource {
      filename = "a.txt"
      filedata = "hello"
    } as $file
    `

export const examples: readonly StatementExample[] = [
  {
    title: 'the variable holds the archive with it',
    stack: `${made}zip.add_to_archive {
      file = $file
      filename = ""
      zip = $zip
    }
    zip.add_to_archive {
      file = $file
      filename = "data/b.txt"
      zip = $zip
    }
    zip.view_contents {
      zip = $zip
    } as $list
    var $x {
      value = $list.name
    }`,
    expect: ['a.txt', 'data/b.txt'],
  },
  {
    title: 'no name leads out of it',
    stack: `${made}try_catch {
      try {
        zip.add_to_archive {
          file = $file
          filename = "../../a.txt"
          zip = $zip
        }
      }
      catch {
        var $x {
          value = $error.message
        }
      }
    }`,
    expect: 'A file of the archive has a name that leads out of it.',
  },
]
