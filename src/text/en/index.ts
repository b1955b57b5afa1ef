/** The English catalogue: one line a room. The name here is the name that `useText` takes. */
export { app } from './app.ts'
export { signIn } from './signIn.ts'
export { ui } from './ui.ts'
