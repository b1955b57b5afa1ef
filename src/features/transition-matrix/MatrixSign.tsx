import Bolt from '@mui/icons-material/Bolt'
import Check from '@mui/icons-material/Check'
import Replay from '@mui/icons-material/Replay'
import styles from './matrix.module.css'
import type { MatrixCell } from './matrixCells.ts'

/** The sign of a cell: a shape of its own for each state, so that colour is never alone. */
export function MatrixSign({ state }: { readonly state: MatrixCell['state'] }) {
  switch (state) {
    case 'manual':
      return <Check aria-hidden className={styles.signIcon ?? ''} />
    case 'automatic':
      return <Bolt aria-hidden className={styles.signIcon ?? ''} />
    case 'rework':
      return <Replay aria-hidden className={styles.signIcon ?? ''} />
    case 'global':
      return <span aria-hidden>•</span>
    default:
      return null
  }
}
