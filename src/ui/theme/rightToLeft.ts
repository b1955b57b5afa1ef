/** MUI's styles mirrored. The prefixer is the one that Emotion uses where nothing is asked for. */
import createCache from '@emotion/cache'
import mirrored from '@mui/stylis-plugin-rtl'
import { prefixer } from 'stylis'
import { styleNonce } from './styleNonce.ts'

export const rightToLeftCache = createCache({
  key: 'rtl',
  nonce: styleNonce,
  stylisPlugins: [prefixer, mirrored],
})
