import Drawer from '@mui/material/Drawer'
import type { SideSheetProps } from './SideSheet.tsx'

/** The sheet itself; loads apart from what may open it (SideSheet.tsx). */
export function SideDrawer({ open, onClose, labelledBy, className = '', children }: SideSheetProps) {
  return (
    <Drawer
      anchor="right"
      open={open}
      onClose={onClose}
      slotProps={{ paper: { className, 'aria-labelledby': labelledBy } }}
    >
      {children}
    </Drawer>
  )
}
