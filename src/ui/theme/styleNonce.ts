/** What the server's content policy asks of style elements; empty where the page came without such a policy. */
export const styleNonce: string =
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
