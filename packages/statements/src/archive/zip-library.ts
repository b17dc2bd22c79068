type ZipLibrary = typeof import('@zip.js/zip.js')

let loaded: Promise<ZipLibrary> | null = null

/** The library, loaded with the first archive: a server that touches none does not hold it. It unpacks off this thread. */
export function zipLibrary(): Promise<ZipLibrary> {
  loaded ??= import('@zip.js/zip.js/index-native.js').then((library) => {
    library.configure({ useWebWorkers: false })
    return library
  })
  return loaded
}
