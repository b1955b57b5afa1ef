export { Checklist } from './Checklist.tsx'
export { Tour } from './Tour.tsx'
export { TourInvitation } from './TourInvitation.tsx'
