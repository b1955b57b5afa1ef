export { ExactStrip } from './ExactStrip.tsx'
