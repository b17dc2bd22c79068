import { filters as catalogue, isQueryFilter } from '@cairn/statements'
import { didYouMean } from '../report/did-you-mean.ts'
import { filterNames } from '../report/catalogue-names.ts'
import type { Check } from './check.ts'

/** Filters that there are not, and the number of their arguments. */
export const filters: Check = {
  codes: { unknown_filter: 'error', missing_filter_argument: 'error', surplus_filter_argument: 'warning' },
  filter(node, _base, args, scope, { report }) {
    const definition = catalogue.get(node.name)?.definition
    if (scope.query !== null && (isQueryFilter(node.name) || definition !== undefined)) return
    if (definition === undefined) {
      const isQuery = isQueryFilter(node.name)
      const hint = isQuery
        ? 'It can only stand in a query.'
        : didYouMean(node.name, filterNames(), 'See the list of filters.')
      return report('unknown_filter', node.nameSpan, `There is no filter "${node.name}".`, hint)
    }
    const { params, variadic } = definition
    const missing = params.slice(args.length).find((param) => param.required)
    if (missing !== undefined) {
      const message = `The filter "${node.name}" needs the argument "${missing.name}".`
      return report('missing_filter_argument', node.nameSpan, message, `Write |${node.name}:…`)
    }
    if (variadic === true || args.length <= params.length) return
    const takes = params.length === 0 ? 'none' : params.map(({ name }) => name).join(', ')
    report(
      'surplus_filter_argument',
      node.args[params.length] ?? node.nameSpan,
      `The filter "${node.name}" has no argument ${params.length + 1}.`,
      `It takes ${takes}.`,
    )
  },
}
