/**
 * The only two scripts that the page may start beside itself. Under the server's content policy a string is no script
 * address: `new Worker('…')` and `register('…')` take what this one policy let through, and it knows these two.
 */
import layoutWorker from 'elkjs/lib/elk-worker.min.js?url'

/** What of Trusted Types is used; browsers that have none take the address as it is. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string }
}
declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypes
  }
}

const serviceWorker = `${import.meta.env.BASE_URL}sw.js`
const known = new Set([layoutWorker, serviceWorker])

const policy = window.trustedTypes?.createPolicy('stagecraft-workers', {
  createScriptURL: (address) => {
    if (known.has(address)) return address
    throw new TypeError(`${address} is no worker of this app.`)
  },
})
const trusted = (address: string): string => policy?.createScriptURL(address) ?? address

export const layoutWorkerUrl = trusted(layoutWorker)
export const serviceWorkerUrl = trusted(serviceWorker)
