/** Every word of the interface comes from one catalogue, one flat object a room (`en/<room>.ts`). */
export { language, type Translate, text, useText } from './entrance.ts'
export { say, useSay } from './language.ts'
