/** The look of what people type into, tick and switch: 32 px high, a line with 3:1, a clear ring. */
import type { Components, Theme } from '@mui/material/styles'
import { colorVariable as color } from './variables.ts'

export const inputOverrides: Components<Theme> = {
  MuiOutlinedInput: {
    defaultProps: { notched: false },
    styleOverrides: {
      root: {
        minHeight: 'var(--control-height)',
        borderRadius: 'var(--radius-m)',
        backgroundColor: color('surface'),
        fontSize: 'var(--text-m)',
        '& .MuiOutlinedInput-notchedOutline': { borderColor: color('lineStrong') },
        '&:hover:not(.Mui-focused, .Mui-error, .Mui-disabled) .MuiOutlinedInput-notchedOutline': {
          borderColor: color('textMuted'),
        },
        '&.Mui-focused .MuiOutlinedInput-notchedOutline': {
          borderColor: color('focus'),
          borderWidth: 'var(--focus-width)',
        },
        '&.Mui-error .MuiOutlinedInput-notchedOutline': { borderColor: color('error') },
        '&.Mui-disabled': { backgroundColor: color('sunken') },
        '@media (pointer: coarse)': { minHeight: 44 },
      },
      input: { padding: '5px 10px', height: 'auto', lineHeight: 1.4 },
      multiline: { padding: 0 },
      adornedStart: { paddingLeft: 10, gap: 6, '& .MuiOutlinedInput-input': { paddingLeft: 0 } },
      adornedEnd: { paddingRight: 6 },
      // Labels stand above the field, so the outline has no gap to cut.
      notchedOutline: { top: 0, '& legend': { display: 'none' } },
    },
  },
  MuiInputBase: {
    styleOverrides: {
      input: { '&::placeholder': { color: color('textSubtle'), opacity: 1 } },
    },
  },
  MuiInputAdornment: { styleOverrides: { root: { color: color('textSubtle'), '& svg': { fontSize: 16 } } } },
  MuiSelect: {
    styleOverrides: {
      select: { minHeight: '0 !important' },
      icon: { fontSize: 18, color: color('textMuted') },
    },
  },
  MuiAutocomplete: {
    styleOverrides: {
      paper: {
        backgroundColor: color('raised'),
        border: `1px solid ${color('line')}`,
        borderRadius: 'var(--radius-l)',
        boxShadow: 'var(--shadow-middle)',
        fontSize: 'var(--text-s)',
        marginTop: 4,
      },
      inputRoot: { padding: '0 8px', '& .MuiAutocomplete-input': { padding: '5px 2px !important' } },
      option: {
        minHeight: '32px !important',
        borderRadius: 'var(--radius-s)',
        margin: '0 4px',
        padding: '4px 8px !important',
      },
      listbox: { padding: '4px 0' },
      groupLabel: {
        fontSize: 'var(--text-xs)',
        lineHeight: '28px',
        color: color('textMuted'),
        backgroundColor: 'inherit',
      },
    },
  },
  MuiCheckbox: {
    styleOverrides: { root: { padding: 6, color: color('lineStrong'), '& svg': { fontSize: 18 } } },
  },
  MuiRadio: {
    styleOverrides: { root: { padding: 6, color: color('lineStrong'), '& svg': { fontSize: 18 } } },
  },
  MuiFormControlLabel: { styleOverrides: { root: { marginLeft: -6 }, label: { fontSize: 'var(--text-m)' } } },
  MuiSwitch: {
    styleOverrides: {
      root: { width: 36, height: 24, padding: 3, flexShrink: 0 },
      switchBase: {
        padding: 5,
        color: '#fff',
        '&.Mui-checked': { transform: 'translateX(12px)', color: '#fff' },
        '&.Mui-checked + .MuiSwitch-track': { backgroundColor: color('accent'), opacity: 1 },
      },
      thumb: { width: 14, height: 14, boxShadow: 'none' },
      track: { borderRadius: 9, backgroundColor: color('lineStrong'), opacity: 1 },
    },
  },
  MuiFormLabel: {
    styleOverrides: {
      root: { fontSize: 'var(--text-s)', color: color('text'), '&.Mui-focused': { color: color('text') } },
    },
  },
}
