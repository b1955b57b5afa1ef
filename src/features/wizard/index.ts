export type { WizardKeep } from './keptWizard.ts'
export { StageWizard } from './stage/StageWizard.tsx'
export { Wizard, type WizardProps } from './Wizard.tsx'
