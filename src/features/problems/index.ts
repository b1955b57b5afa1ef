export { ProblemsPanel } from './ProblemsPanel.tsx'
export { useProblemAnnouncements } from './useProblemAnnouncements.ts'
