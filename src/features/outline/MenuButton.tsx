import MoreHoriz from '@mui/icons-material/MoreHoriz'
import IconButton from '@mui/material/IconButton'
import type { ElementRef } from '../../editor/editor.ts'
import { useEditor } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'

export interface RowHandlers {
  readonly onChoose: (element: ElementRef) => void
  readonly onMenu: (element: ElementRef, at: { readonly x: number; readonly y: number }) => void
}

interface MenuButtonProps extends Pick<RowHandlers, 'onMenu'> {
  readonly element: ElementRef
  readonly name: string
}

/** All commands of an element, for those who do not use the keys or a right click. */
export function MenuButton({ element, name, onMenu }: MenuButtonProps) {
  const t = useText('outline')
  const editor = useEditor()
  return (
    <IconButton
      size="small"
      aria-label={t('actionsOf', { name })}
      aria-haspopup="menu"
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect()
        editor.select([element])
        editor.setActive(element)
        onMenu(element, { x: box.left, y: box.bottom })
      }}
    >
      <MoreHoriz fontSize="small" />
    </IconButton>
  )
}
