export { Simulate } from './Simulate.tsx'
