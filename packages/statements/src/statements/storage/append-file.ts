import { required } from '../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'storage.append_file',
  label: 'Append to file',
  category: 'storage',
  icon: 'file-plus',
  help: 'Adds data to the end of a file that is kept.',
  args: {
    pathname: required('text', 'Path', 'The path of the file.'),
    data: required('any', 'Data', 'Text or bytes to add.'),
  },
  needs: [],
  unavailable: 'changing a file that is kept; make it with storage.create_file_resource',
}

export const examples: readonly StatementExample[] = []
