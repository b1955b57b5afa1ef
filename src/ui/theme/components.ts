/**
 * How each MUI component looks here: dense (32-px controls), 1-px lines, small radii, no ripple, no capitals. Overlays
 * go into their own container (overlays.ts). Nothing here knows a colour but by its variable.
 */
import type { Components, Theme } from '@mui/material/styles'
import { inputOverrides } from './inputs.ts'
import { overlayContainer } from './overlays.ts'
import { colorVariable as color } from './variables.ts'

const line = `1px solid ${color('line')}`
const floating = {
  backgroundColor: color('raised'),
  backgroundImage: 'none',
  border: line,
  borderRadius: 'var(--radius-l)',
}

export const componentOverrides: Components<Theme> = {
  ...inputOverrides,
  MuiButtonBase: { defaultProps: { disableRipple: true } },
  MuiModal: { defaultProps: { container: overlayContainer } },
  MuiPopover: { defaultProps: { container: overlayContainer } },
  MuiPopper: { defaultProps: { container: overlayContainer } },
  MuiButton: {
    defaultProps: { disableElevation: true },
    styleOverrides: {
      root: {
        minWidth: 0,
        minHeight: 'var(--control-height)',
        padding: '0 12px',
        borderRadius: 'var(--radius-m)',
        whiteSpace: 'nowrap',
        '@media (pointer: coarse)': { minHeight: 44 },
        variants: [
          {
            props: { size: 'small' },
            style: { minHeight: 28, padding: '0 8px', '@media (pointer: coarse)': { minHeight: 44 } },
          },
          {
            props: { size: 'large' },
            style: {
              minHeight: 40,
              padding: '0 16px',
              fontSize: 'var(--text-m)',
              '@media (pointer: coarse)': { minHeight: 44 },
            },
          },
          {
            props: { variant: 'outlined', color: 'primary' },
            style: {
              color: color('text'),
              borderColor: color('line'),
              backgroundColor: color('surface'),
              boxShadow: 'var(--shadow-low)',
              '&:hover': { backgroundColor: color('hover'), borderColor: color('lineStrong') },
            },
          },
          {
            props: { variant: 'outlined', color: 'error' },
            style: { color: color('errorText'), borderColor: color('error') },
          },
          {
            props: { variant: 'text', color: 'primary' },
            style: { color: color('text'), '&:hover': { backgroundColor: color('hover') } },
          },
          {
            props: { variant: 'contained', color: 'error' },
            style: { backgroundColor: color('errorFill'), color: color('onAccent') },
          },
          { props: { variant: 'contained', color: 'primary' }, style: { boxShadow: 'var(--shadow-low)' } },
        ],
        '&.Mui-disabled': { opacity: 0.75 },
        // It keeps focus and says why it does nothing; its ring has to be seen as well.
        '&[aria-disabled="true"], &[aria-disabled="true"]:hover': {
          backgroundColor: color('sunken'),
          borderColor: color('line'),
          color: color('textSubtle'),
          boxShadow: 'none',
          cursor: 'default',
        },
      },
      startIcon: { marginRight: 6, marginLeft: -2, '& > *:nth-of-type(1)': { fontSize: 16 } },
      endIcon: { marginLeft: 4, marginRight: -4, '& > *:nth-of-type(1)': { fontSize: 16 } },
    },
  },
  MuiIconButton: {
    styleOverrides: {
      root: {
        width: 32,
        height: 32,
        padding: 0,
        borderRadius: 'var(--radius-m)',
        color: color('textMuted'),
        fontSize: 18,
        '&:hover': { backgroundColor: color('hover'), color: color('text') },
        // Paler signs, not a paler button: its focus ring has to be seen.
        '&[aria-disabled="true"]': { cursor: 'default' },
        '& svg': { fontSize: 'inherit' },
        '&[aria-disabled="true"] svg': { opacity: 0.5 },
        variants: [{ props: { size: 'small' }, style: { width: 28, height: 28, fontSize: 16 } }],
        '@media (pointer: coarse)': { width: 44, height: 44 },
      },
    },
  },
  MuiPaper: {
    styleOverrides: { root: { backgroundImage: 'none' }, outlined: { borderColor: color('line') } },
  },
  MuiMenu: {
    styleOverrides: {
      paper: { ...floating, minWidth: 200, boxShadow: 'var(--shadow-middle)', marginTop: 4 },
      list: { padding: 4 },
    },
  },
  MuiMenuItem: {
    styleOverrides: {
      root: {
        minHeight: 32,
        gap: 8,
        padding: '4px 8px',
        borderRadius: 'var(--radius-s)',
        fontSize: 'var(--text-s)',
        '&.Mui-selected': { backgroundColor: color('selected') },
        '&.Mui-focusVisible': { outlineOffset: 'var(--focus-inset)' },
        '&.Mui-disabled': { opacity: 0.7 },
        '@media (pointer: coarse)': { minHeight: 44 },
      },
    },
  },
  MuiListItemIcon: { styleOverrides: { root: { minWidth: '24px !important', color: color('textMuted') } } },
  MuiDialog: {
    styleOverrides: {
      paper: {
        ...floating,
        borderRadius: 10,
        boxShadow: 'var(--shadow-high)',
        margin: 16,
        width: 'calc(100% - 32px)',
      },
    },
  },
  MuiDialogTitle: {
    styleOverrides: { root: { padding: '18px 20px 8px', fontSize: 'var(--text-l)', fontWeight: 600 } },
  },
  MuiDialogContent: {
    styleOverrides: {
      root: {
        // Words for readers alone stand in here too: beyond its edge they would give the dialog a scrollbar of its own.
        position: 'relative',
        padding: '4px 20px 20px',
        fontSize: 'var(--text-m)',
      },
    },
  },
  MuiDialogActions: {
    styleOverrides: {
      root: {
        padding: '12px 20px',
        borderTop: line,
        gap: 8,
        flexWrap: 'wrap',
        '& > :not(style) ~ :not(style)': { marginLeft: 0 },
        // Where they do not stand in one line, they share each.
        '@media (max-width: 479px)': { '& > :not(style)': { flex: '1 1 auto' } },
      },
    },
  },
  MuiBackdrop: {
    styleOverrides: { root: { '&:not(.MuiBackdrop-invisible)': { backgroundColor: color('backdrop') } } },
  },
  MuiDrawer: { styleOverrides: { paper: { backgroundColor: color('surface'), borderColor: color('line') } } },
  MuiChip: {
    styleOverrides: {
      root: { height: 22, borderRadius: 'var(--radius-s)', fontSize: 'var(--text-xs)', fontWeight: 500 },
    },
  },
  MuiTableCell: {
    styleOverrides: {
      root: { padding: '8px 12px', fontSize: 'var(--text-s)', borderColor: color('line'), lineHeight: 1.45 },
      head: { fontSize: 'var(--text-xs)', fontWeight: 500, color: color('textMuted'), whiteSpace: 'nowrap' },
    },
  },
  MuiAlert: {
    defaultProps: { role: 'status' },
    styleOverrides: {
      root: {
        border: '1px solid',
        borderRadius: 'var(--radius-l)',
        padding: '4px 12px',
        fontSize: 'var(--text-s)',
        variants: (['error', 'warning', 'success', 'info'] as const).map((severity) => ({
          props: { severity },
          style: {
            color: color(`${severity}Text`),
            backgroundColor: color(`${severity}Surface`),
            borderColor: color(severity),
          },
        })),
      },
    },
  },
  MuiLink: { styleOverrides: { root: { color: color('accentText'), textUnderlineOffset: '0.2em' } } },
  MuiSnackbarContent: { defaultProps: { role: 'status' } },
  MuiLinearProgress: { styleOverrides: { root: { height: 4, borderRadius: 2 } } },
}
