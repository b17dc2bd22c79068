import { optional, required } from '../../define/parameters.ts'
import { invalidArgument, readText, readValue } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { withArchive } from '../../archive/read-archive.ts'
import { writeArchive } from '../../archive/write-archive.ts'
import type { Value } from '../../values/value.ts'
import { archiveArgs, readArchive, passwordArg, readProtection } from './archive-args.ts'

export const definition: StatementDefinition = {
  name: 'zip.delete_from_archive',
  label: 'Delete from archive',
  category: 'storage',
  icon: 'package-minus',
  help: 'Takes a file out of the archive in a variable. One that is not in it changes nothing.',
  keywords: ['zip', 'remove'],
  args: {
    filename: {
      ...required('text', 'File name', 'Its name in the archive. One that ends in / takes out a folder.'),
      instead: 'paths',
    },
    paths: { ...optional('array', 'Paths', 'Many at once.'), older: true },
    ...archiveArgs,
    password: passwordArg,
  },
  result: 'file',
  changes: ['zip', 'archive'],
  needs: ['files'],
}

export const run: Run = async (args, { ports, signal }) => {
  const archive = await readArchive(args, ports.files)
  const names = namesOf(args)
  const protection = readProtection(args, archive)
  return withArchive(archive, (entries) => {
    const kept = entries.filter(({ filename }) => !names.some((name) => isIn(filename, name)))
    return writeArchive({ name: archive.name, kept, added: [], modified: 0, protection }, signal)
  })
}

function namesOf(args: Readonly<Record<string, Value>>): string[] {
  const paths = readValue(args, 'paths')
  if (paths === null) return [readText(args, 'filename')]
  if (Array.isArray(paths) && paths.every((path) => typeof path === 'string')) return paths
  throw invalidArgument('paths', 'a list of texts', paths)
}

/** Whether a file is the one of that name, or in the folder of that name. */
function isIn(filename: string, name: string): boolean {
  return filename === name || (name.endsWith('/') && filename.startsWith(name))
}

const filled = ['a.txt', 'b/c.txt', 'b/d.txt']
  .map(
    (name) => `zip.add_to_archive {
      file = $file
      filename = "${name}"
      zip = $zip
    }
    `,
  )
  .join('')

const made = `zip.create_archive {
      filename = "a.zip"
    } as $zip
    storage.create_file_resource {
      filename = "a.txt"
      filedata = "hello"
    } as $file
    ${filled}`

const seen = `zip.view_contents {
      zip = $zip
    } as $list
    var $x {
      value = $list.name
    }`

export const examples: readonly StatementExample[] = [
  {
    title: 'a file',
    stack: `${made}zip.delete_from_archive {
      filename = "a.txt"
      zip = $zip
    }
    ${seen}`,
    expect: ['b/c.txt', 'b/d.txt'],
  },
  {
    title: 'many at once',
    stack: `${made}zip.delete_from_archive {
      archive = $zip
      paths = ["a.txt", "b/"]
    }
    ${seen}`,
    expect: [],
  },
  {
    title: 'a folder, and what is not there',
    stack: `${made}zip.delete_from_archive {
      filename = "b/"
      zip = $zip
    }
    zip.delete_from_archive {
      filename = "b"
      zip = $zip
    }
    ${seen}`,
    expect: ['a.txt'],
  },
]
