export type { RestoreOrder, Restoring } from './RestoreDialog.tsx'
export { RequestList } from './review/RequestList.tsx'
export { Review } from './review/Review.tsx'
export { Versions } from './Versions.tsx'
