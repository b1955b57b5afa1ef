/** What passes between the page and the worker that holds the demo's backend. */

export interface CarriedRequest {
  readonly url: string
  readonly method: string
  readonly headers: readonly [string, string][]
  readonly body: ArrayBuffer | null
}

export interface CarriedAnswer {
  readonly status: number
  readonly headers: [string, string][]
  readonly body: ArrayBuffer
}

export interface DemoBackend {
  /** Opens the database, migrates and, where it is empty, fills it. Once. */
  open(name: string): Promise<void>
  answer(request: CarriedRequest): Promise<CarriedAnswer>
  connect(
    send: (text: string) => void,
    close: (code: number, reason: string) => void,
  ): Promise<{ receive(text: string): void; closed(): void }>
}
