/** A request as the API reads it: any `Request` is one, and so is what a listener has in hand before it makes one. */
export interface Asking extends Pick<Request, 'method' | 'url' | 'body'> {
  readonly headers: Pick<Headers, 'get'>
}
