export { CommandMenu } from './CommandMenu.tsx'
export { ContextMenu, type MenuRequest } from './ContextMenu.tsx'
export { ShortcutHelp } from './ShortcutHelp.tsx'
