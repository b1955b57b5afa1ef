export { RequestList } from './review/RequestList.tsx'
export { Review } from './review/Review.tsx'
export { Versions } from './Versions.tsx'
