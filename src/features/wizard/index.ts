export type { WizardKeep } from './keptWizard.ts'
export { Wizard } from './Wizard.tsx'
