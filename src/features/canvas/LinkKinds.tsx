/** The menu itself; loads apart from the canvas that may open it (LinkMenu.tsx). */
import ListItemIcon from '@mui/material/ListItemIcon'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import type { Position, StageKind } from '../../domain/process/stage.ts'
import { useText } from '../../text/index.ts'
import { Icon } from './Icon.tsx'

export interface LinkKindsProps {
  /** In pixels of the window; null while nothing is asked. */
  readonly at: Position | null
  readonly onAnswer: (kind: StageKind | null) => void
}

const kinds = ['open', 'won', 'lost'] as const

/** The stage is made once the menu has gone: it takes focus, which the menu would give back to where it was. */
export function LinkKinds({ at, onAnswer }: LinkKindsProps) {
  const t = useText('canvas')
  const [chosen, setChosen] = useState<StageKind | null | undefined>(undefined)
  if (!at) return null
  return (
    <Menu
      open={chosen === undefined}
      onClose={() => setChosen(null)}
      anchorReference="anchorPosition"
      anchorPosition={{ left: at.x, top: at.y }}
      slotProps={{
        list: { dense: true, 'aria-label': t('newStageHere') },
        transition: {
          onExited: () => {
            setChosen(undefined)
            onAnswer(chosen ?? null)
          },
        },
      }}
    >
      {kinds.map((kind) => (
        <MenuItem key={kind} onClick={() => setChosen(kind)}>
          <ListItemIcon sx={{ color: 'inherit' }}>
            <Icon name={kind} />
          </ListItemIcon>
          {t(`new_${kind}`)}
        </MenuItem>
      ))}
    </Menu>
  )
}
