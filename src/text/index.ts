/**
 * Every word of the interface comes from one catalogue, one flat object a room (`en/<room>.ts`). Importing this makes
 * all rooms' words known; what stands before sign-in imports entrance.ts, so that signing in does not wait for them.
 */
import * as english from './en/index.ts'
import { addRoom } from './entrance.ts'

for (const [room, sentences] of Object.entries(english)) addRoom('en', room, sentences)

export { language, type Translate, text, useText } from './entrance.ts'
export { say, useSay } from './language.ts'
