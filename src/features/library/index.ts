export { Library } from './Library.tsx'
export { Miniature } from './Miniature.tsx'
export { libraryKey } from './useLibrary.ts'
