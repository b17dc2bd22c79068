import type { Filter } from '../../define/types.ts'
import { lambdaFilter, reduceParameters } from '../lambda-unavailable.ts'

const names = ['map', 'filter', 'some', 'every', 'find', 'findIndex']

export const lambdas: readonly Filter[] = [
  ...names.map((name) => lambdaFilter(`lambda_${name}`, name, 'array')),
  lambdaFilter('lambda_reduce', 'reduce', 'array', reduceParameters),
]
