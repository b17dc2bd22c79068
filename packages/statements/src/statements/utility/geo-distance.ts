import { required } from '../../define/parameters.ts'
import { readNumber } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'

/** Mean radius in kilometres. */
const earthRadius = 6371.0088

export const definition: StatementDefinition = {
  name: 'util.geo_distance',
  label: 'Calculate distance',
  category: 'utility',
  icon: 'map-pin',
  help: 'Kilometres between two places, along the surface of the earth.',
  keywords: ['geography', 'coordinates', 'latitude', 'longitude', 'haversine'],
  args: {
    latitude_1: required('decimal', 'Latitude of the first', 'Degrees, north is positive.'),
    longitude_1: required('decimal', 'Longitude of the first', 'Degrees, east is positive.'),
    latitude_2: required('decimal', 'Latitude of the second', 'Degrees, north is positive.'),
    longitude_2: required('decimal', 'Longitude of the second', 'Degrees, east is positive.'),
  },
  result: 'decimal',
  needs: [],
}

export const run: Run = (args) => {
  const radians = (name: string): number => (readNumber(args, name) * Math.PI) / 180
  const [south, north] = [radians('latitude_1'), radians('latitude_2')]
  const byLatitude = Math.sin((north - south) / 2) ** 2
  const byLongitude = Math.sin((radians('longitude_2') - radians('longitude_1')) / 2) ** 2
  const chord = byLatitude + Math.cos(south) * Math.cos(north) * byLongitude
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)))
}

export const examples: readonly StatementExample[] = [
  {
    title: 'from New York to Los Angeles',
    stack: `util.geo_distance {
      latitude_1 = 40.71
      longitude_1 = -74.00
      latitude_2 = 34.05
      longitude_2 = -118.24
    } as $km
    var $x {
      value = $km|round
    }`,
    expect: 3936,
  },
  {
    title: 'no way at all',
    stack: `util.geo_distance {
      latitude_1 = 1
      longitude_1 = 2
      latitude_2 = 1
      longitude_2 = 2
    } as $x`,
    expect: 0,
  },
]
