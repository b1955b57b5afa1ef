import { lazy } from 'react'

export { Join } from './Join.tsx'
export { SignIn } from './SignIn.tsx'
export { StepUpDialog } from './StepUpDialog.tsx'

// Whoever signs in waits for none of it.
export const ForgottenPassword = lazy(async () => ({
  default: (await import('./ForgottenPassword.tsx')).ForgottenPassword,
}))
export const NewPassword = lazy(async () => ({ default: (await import('./NewPassword.tsx')).NewPassword }))
