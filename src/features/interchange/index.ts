export { ExportOutcome } from './ExportOutcome.ts'
export { FileDropZone } from './FileDropZone.tsx'
export { ImportDialog } from './ImportDialog.tsx'
export { useExport } from './useExport.ts'
