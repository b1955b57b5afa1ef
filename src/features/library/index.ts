export { Library } from './Library.tsx'
export { Miniature } from './Miniature.tsx'
export { outlineOf } from './outline.ts'
export { libraryKey } from './useLibrary.ts'
