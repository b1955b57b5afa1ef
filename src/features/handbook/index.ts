export { HandbookDialog } from './HandbookDialog.tsx'
