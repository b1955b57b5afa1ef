export { CommandMenu } from './CommandMenu.tsx'
export { ShortcutHelp } from './ShortcutHelp.tsx'
