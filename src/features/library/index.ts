export { Library } from './Library.tsx'
export type { EditorsAtWork } from './ProcessCard.tsx'
export { libraryKey } from './useLibrary.ts'
