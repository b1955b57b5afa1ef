/** A transition was drawn to an empty place: which kind of stage it shall lead to. Escape makes none. */
import ListItemIcon from '@mui/material/ListItemIcon'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import type { StageKind } from '../../domain/process/stage.ts'
import { useText } from '../../text/index.ts'
import { Icon } from './Icon.tsx'
import type { Link } from './useLink.ts'

interface LinkMenuProps {
  readonly link: StoreApi<Link | null>
  readonly onAnswer: (kind: StageKind | null) => void
}

const kinds = ['open', 'won', 'lost'] as const

/** The stage is made once the menu has gone: it takes focus, which the menu would give back to where it was. */
export function LinkMenu({ link, onAnswer }: LinkMenuProps) {
  const t = useText('canvas')
  const asked = useStore(link, (state) => (state?.askedAfter ? state.pointer : null))
  const [chosen, setChosen] = useState<StageKind | null | undefined>(undefined)
  if (!asked) return null
  return (
    <Menu
      open={chosen === undefined}
      onClose={() => setChosen(null)}
      anchorReference="anchorPosition"
      anchorPosition={{ left: asked.x, top: asked.y }}
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
