import { required } from '../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'util.template_engine',
  label: 'Template engine',
  category: 'utility',
  icon: 'file-code',
  help: 'Fills a Twig template with the variables of the stack.',
  keywords: ['twig', 'html', 'render'],
  args: { value: required('text', 'Template', 'Text with {{ $var.name }} and {% if … %}.') },
  result: 'text',
  needs: [],
  unavailable: 'Twig templates',
}

export const examples: readonly StatementExample[] = []
