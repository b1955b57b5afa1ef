export { type EditorsAtWork, Library } from './Library.tsx'
export { libraryKey } from './useLibrary.ts'
