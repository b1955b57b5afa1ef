export { ExportMenu } from './ExportMenu.tsx'
export { FileDropZone } from './FileDropZone.tsx'
export { ImportDialog } from './ImportDialog.tsx'
