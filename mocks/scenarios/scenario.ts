/** A fault: asked with each request, it answers in the backend's place or passes the question on. */

export type Ask = (request: Request) => Promise<Response>
export type Scenario = (request: Request, ask: Ask) => Promise<Response>
