import { optional, required } from '../../define/parameters.ts'
import { invalidArgument, readOptionalText, readValue } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { entryName } from '../../archive/entry-name.ts'
import { withArchive } from '../../archive/read-archive.ts'
import { writeArchive, type AddedFile } from '../../archive/write-archive.ts'
import type { FilesPort } from '../../ports/ports.ts'
import { textToBytes } from '../../values/bytes.ts'
import { toText } from '../../values/convert.ts'
import { isContainer, isObject } from '../../values/kinds.ts'
import { FileResource, type Value } from '../../values/value.ts'
import { checkWhole } from '../../values/visits.ts'
import { readStoredFile } from '../storage/read-stored-file.ts'
import { archiveArgs, readArchive, encryptionArg, passwordArg, readProtection } from './archive-args.ts'

export const definition: StatementDefinition = {
  name: 'zip.add_to_archive',
  label: 'Add to archive',
  category: 'storage',
  icon: 'package-plus',
  help: 'Adds a file to the archive in a variable, or many. A file of that name in it is replaced.',
  keywords: ['zip', 'compress', 'pack'],
  args: {
    file: { ...required('any', 'File', 'A file, or the value of a file column.'), instead: 'files' },
    filename: optional(
      'text',
      'File name',
      'Its name in the archive, with folders if there are any; empty for its own.',
    ),
    files: { ...optional('array', 'Files', 'Many at once: {path, content} of each.'), older: true },
    ...archiveArgs,
    password: passwordArg,
    password_encryption: encryptionArg,
  },
  result: 'file',
  changes: ['zip', 'archive'],
  needs: ['files', 'clock', 'random'],
}

export const run: Run = async (args, { ports, signal }) => {
  const archive = await readArchive(args, ports.files)
  const added =
    (args['files'] ?? null) === null ? [await oneFile(args, ports.files)] : contentsOf(readValue(args, 'files'))
  const names = new Set(added.map(({ name }) => name))
  const protection = readProtection(args, archive)
  return withArchive(archive, (entries) => {
    const kept = entries.filter(({ filename }) => !names.has(filename))
    const content = { name: archive.name, kept, added, modified: ports.clock.now(), protection }
    // A password is salted by chance.
    return ports.random.made(() => writeArchive(content, signal))
  })
}

async function oneFile(args: Readonly<Record<string, Value>>, files: FilesPort): Promise<AddedFile> {
  const file = await readStoredFile(args, 'file', files)
  return { name: entryName(readOptionalText(args, 'filename') ?? file.name), data: file.data }
}

/** `[{path, content}]`: a text, a file, or a value that is kept as JSON. The last of a name counts. */
function contentsOf(files: Value): AddedFile[] {
  if (!Array.isArray(files)) throw invalidArgument('files', 'a list of {path, content}', files)
  const added = new Map<string, AddedFile>()
  for (const file of files) {
    if (!isObject(file) || typeof file['path'] !== 'string') {
      throw invalidArgument('each of files', 'an object {path, content}', file)
    }
    const name = entryName(file['path'])
    added.set(name, { name, data: dataOf(file['content'] ?? null) })
  }
  return [...added.values()]
}

function dataOf(content: Value): Uint8Array {
  if (content instanceof FileResource) return content.data
  if (!isContainer(content)) return textToBytes(toText(content))
  checkWhole(content)
  return textToBytes(JSON.stringify(content))
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
    title: 'many at once, of texts and values',
    stack: `zip.create_archive {
      filename = "a.zip"
    } as $archive
    zip.add_to_archive {
      archive = $archive
      files = [{path: "a.txt", content: "old"}, {path: "data/n.json", content: {n: [1]}}, {path: "a.txt", content: "new"}]
    }
    zip.view_contents {
      archive = $archive
    } as $list
    zip.extract {
      archive = $archive
    } as $files
    storage.read_file_resource {
      value = $files.0
    } as $a
    storage.read_file_resource {
      value = $files.1
    } as $n
    var $x {
      value = [$list.name, $a.data, $n.data]
    }`,
    expect: [['a.txt', 'data/n.json'], 'new', '{"n":[1]}'],
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
