import { shownKeys } from '../actions/shortcutText.ts'
import styles from './display.module.css'

/** A shortcut such as `Mod+Z`, in the platform's glyphs. */
export function Kbd({ keys }: { readonly keys: string }) {
  return <kbd className={styles.kbd}>{shownKeys(keys)}</kbd>
}
