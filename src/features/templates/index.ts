export { SaveTemplateDialog } from './SaveTemplateDialog.tsx'
export { type ChosenTemplate, TemplateGallery } from './TemplateGallery.tsx'
