import LockOutlined from '@mui/icons-material/LockOutlined'
import type { ReactNode } from 'react'
import { useText } from '../../text/index.ts'
import { TextField } from './TextField.tsx'

interface HiddenFieldProps {
  readonly id?: string
  readonly label: ReactNode
  /** Why, as a whole sentence; left out, that the company shows it to some roles only. */
  readonly why?: string
  /** What holds for whoever cannot see it; left out, that it is hidden. */
  readonly value?: string
}

/** In the place of a field whose value is not shown: it can be reached and read, and says why it holds nothing. */
export function HiddenField({ id, label, why, value }: HiddenFieldProps) {
  const t = useText('hidden')
  return (
    <TextField
      {...(id === undefined ? {} : { id })}
      label={label}
      help={why ?? t('whySome')}
      value={value ?? t('hidden')}
      readOnly
      start={
        <LockOutlined
          aria-hidden
          sx={{ marginInlineEnd: '6px', color: 'text.secondary', fontSize: '16px' }}
        />
      }
    />
  )
}
