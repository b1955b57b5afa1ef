export { Join } from './Join.tsx'
export { SignIn } from './SignIn.tsx'
export { StepUpDialog } from './StepUpDialog.tsx'
