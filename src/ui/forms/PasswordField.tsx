import VisibilityOff from '@mui/icons-material/VisibilityOffOutlined'
import Visibility from '@mui/icons-material/VisibilityOutlined'
import { useState } from 'react'
import { useText } from '../../text/index.ts'
import { ToolButton } from '../actions/ToolButton.tsx'
import { announce } from '../announcer/index.ts'
import { TextField, type TextFieldProps } from './TextField.tsx'

/** A password that can be pasted, filled in by a password manager, and looked at. */
export function PasswordField(props: Omit<TextFieldProps, 'type' | 'end' | 'rows'>) {
  const t = useText('ui')
  const [shown, setShown] = useState(false)
  const toggle = () => {
    setShown(!shown)
    announce(t(shown ? 'passwordHidden' : 'passwordShown'), { topic: 'password' })
  }
  return (
    <TextField
      {...props}
      type={shown ? 'text' : 'password'}
      spellCheck={false}
      end={
        <ToolButton
          size="small"
          label={t(shown ? 'hidePassword' : 'showPassword')}
          icon={shown ? <VisibilityOff /> : <Visibility />}
          onClick={toggle}
        />
      }
    />
  )
}
