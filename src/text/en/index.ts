/** The English catalogue: one line a room. The name here is the name that `useText` takes. */
export { app } from './app.ts'
export { editor } from './editor.ts'
export { library } from './library.ts'
export { problems } from './problems.ts'
export { signIn } from './signIn.ts'
export { speech } from './speech.ts'
export { strip } from './strip.ts'
export { ui } from './ui.ts'
