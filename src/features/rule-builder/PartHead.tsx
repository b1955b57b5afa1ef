import DragIndicator from '@mui/icons-material/DragIndicator'
import type { ReactNode } from 'react'
import { useText } from '../../text/index.ts'
import { useBuilder } from './BuilderContext.ts'
import { PartMenu } from './PartMenu.tsx'
import styles from './parts.module.css'

interface PartHeadProps {
  readonly path: readonly number[]
  readonly id: string
  readonly name: string
  readonly children: ReactNode
}

/** The first line of a condition or group: the grip to drag it by, what it is about, the menu of all else. */
export function PartHead({ path, id, name, children }: PartHeadProps) {
  const t = useText('ruleBuilder')
  const { readOnly, startDrag } = useBuilder()
  return (
    <div className={styles.head}>
      {readOnly ? null : (
        <span
          aria-hidden
          className={styles.grip}
          title={t('drag')}
          onPointerDown={(event) => startDrag(id, event)}
        >
          <DragIndicator />
        </span>
      )}
      {children}
      {readOnly ? null : <PartMenu path={path} id={id} name={name} />}
    </div>
  )
}
