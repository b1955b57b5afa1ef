export { Transitions, transitionViews } from './Transitions.tsx'
