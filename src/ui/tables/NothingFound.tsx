import FilterAltOffOutlined from '@mui/icons-material/FilterAltOffOutlined'
import Button from '@mui/material/Button'
import { EmptyState } from '../feedback/EmptyState.tsx'

interface NothingFoundProps {
  readonly title: string
  readonly hint: string
  readonly clear: string
  readonly onClear: () => void
}

/** Stands in the place of a table whose filters hide every row. */
export function NothingFound({ title, hint, clear, onClear }: NothingFoundProps) {
  return (
    <EmptyState
      icon={<FilterAltOffOutlined />}
      title={title}
      level={3}
      actions={
        <Button variant="outlined" onClick={onClear}>
          {clear}
        </Button>
      }
    >
      {hint}
    </EmptyState>
  )
}
