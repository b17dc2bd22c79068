import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { withArchive } from '../../archive/read-archive.ts'
import { archiveArgs, readArchive, passwordArg } from './archive-args.ts'

export const definition: StatementDefinition = {
  name: 'zip.view_contents',
  label: 'View archive',
  category: 'storage',
  icon: 'package-search',
  help: 'What is in a zip archive, without unpacking it: name, path, size, compressed_size and encrypted of each file.',
  keywords: ['zip', 'list'],
  args: { ...archiveArgs, password: passwordArg },
  result: 'array',
  needs: ['files'],
}

export const run: Run = async (args, { ports }) => {
  const archive = await readArchive(args, ports.files)
  return withArchive(archive, async (entries) =>
    entries.map(({ filename, uncompressedSize, compressedSize, encrypted }) => ({
      name: filename,
      path: filename,
      size: uncompressedSize,
      compressed_size: compressedSize,
      encrypted,
    })),
  )
}

export const examples: readonly StatementExample[] = [
  {
    title: 'a file and its sizes',
    stack: `zip.create_archive {
      filename = "a.zip"
    } as $zip
    storage.create_file_resource {
      filename = "a.txt"
      filedata = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    } as $file
    zip.add_to_archive {
      file = $file
      filename = "x/a.txt"
      zip = $zip
    }
    zip.view_contents {
      zip = $zip
    } as $list
    var $x {
      value = [$list.0.path, $list.0.size, $list.0.compressed_size < 40, $list.0.encrypted]
    }`,
    expect: ['x/a.txt', 40, true, false],
  },
  {
    title: 'what is no archive',
    stack: `storage.create_file_resource {
      filename = "a.zip"
      filedata = "hello"
    } as $file
    try_catch {
      try {
        zip.view_contents {
          zip = $file
        } as $list
      }
      catch {
        var $x {
          value = $error.message
        }
      }
    }`,
    expect: 'This is no zip archive, or it is damaged.',
  },
]
