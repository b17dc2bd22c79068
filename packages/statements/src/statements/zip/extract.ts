import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { entryName } from '../../archive/entry-name.ts'
import { unpack, UnpackBudget, withArchive } from '../../archive/read-archive.ts'
import { FileResource, type Value } from '../../values/value.ts'
import { mediaTypeOf } from '../storage/media-type.ts'
import { archiveArgs, readArchive, passwordArg, readProtection } from './archive-args.ts'

export const definition: StatementDefinition = {
  name: 'zip.extract',
  label: 'Extract archive',
  category: 'storage',
  icon: 'package-open',
  help: 'The files of a zip archive, each a file that can be read or kept. Their names have the folders in front.',
  keywords: ['zip', 'unzip', 'unpack'],
  args: { ...archiveArgs, password: passwordArg },
  result: 'array',
  needs: ['files'],
}

export const run: Run = async (args, { ports, signal }) => {
  const archive = await readArchive(args, ports.files)
  const password = readProtection(args, archive)?.password ?? null
  const budget = new UnpackBudget(archive.size)
  return withArchive(archive, async (entries) => {
    const names = entries.map(({ filename }) => entryName(filename))
    const files: Value[] = []
    for (const [index, entry] of entries.entries()) {
      const name = names[index]!
      files.push(new FileResource(name, mediaTypeOf(name), await unpack(entry, { password, signal, budget })))
    }
    return files
  })
}

const made = (password: string) => `zip.create_archive {
      filename = "a.zip"
      password = "${password}"
      password_encryption = "AES-256"
    } as $zip
    storage.create_file_resource {
      filename = "a.json"
      filedata = "{}"
    } as $file
    zip.add_to_archive {
      file = $file
      zip = $zip
    }
    `

const read = `storage.read_file_resource {
      value = $files|first
    } as $x`

export const examples: readonly StatementExample[] = [
  {
    title: 'files as they were',
    stack: `${made('')}zip.extract {
      zip = $zip
    } as $files
    ${read}`,
    expect: { data: '{}', mime: 'application/json', name: 'a.json', size: 2 },
  },
  {
    title: 'a locked one needs its password',
    stack: `${made('secret')}try_catch {
      try {
        zip.extract {
          zip = $zip
          password = "wrong"
        } as $files
      }
      catch {
        var $x {
          value = $error.message
        }
      }
    }`,
    expect: 'The password does not open the archive.',
  },
]
