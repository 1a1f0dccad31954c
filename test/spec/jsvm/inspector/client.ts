/** A client of the DevTools protocol over a WebSocket. */

/** Parameters, results and events are JSON objects. */
export type Fields = Record<string, unknown>;

interface Message {
  id?: number;
  method?: string;
  params?: Fields;
  result?: Fields;
  error?: { message: string };
}

export class Client {
  readonly #socket: WebSocket;
  readonly #calls = new Map<number, PromiseWithResolvers<Fields>>();
  readonly #events: { method: string; params: Fields }[] = [];
  readonly #listeners = new Set<() => void>();
  /** Resolves to the status code with which the connection was closed. */
  readonly closed: Promise<number>;
  #next = 1;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(String(data)) as Message));
    this.closed = new Promise((resolve) => {
      socket.addEventListener('close', ({ code }) => {
        for (const { reject } of this.#calls.values()) reject(new Error(`closed with ${code}`));
        resolve(code);
      });
    });
  }

  /** Connects; rejects when the server refuses. */
  static async connect(address: string): Promise<Client> {
    const socket = new WebSocket(address);
    const client = new Client(socket);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve());
      socket.addEventListener('error', () => reject(new Error(`cannot connect to ${address}`)));
    });
    return client;
  }

  /** Calls a method of the protocol; rejects with the message of an error. */
  call(method: string, params: Fields = {}): Promise<Fields> {
    const id = this.#next++;
    const answer = Promise.withResolvers<Fields>();
    this.#calls.set(id, answer);
    answer.promise.catch(() => undefined);
    this.#socket.send(JSON.stringify({ id, method, params }));
    return answer.promise;
  }

  /** Evaluates an expression and returns its value. */
  async evaluate(expression: string): Promise<unknown> {
    const { result } = (await this.call('Runtime.evaluate', { expression, returnByValue: true })) as { result: Fields };
    return result['value'];
  }

  /** Takes the oldest event of this name, waiting for it. */
  async event(method: string): Promise<Fields> {
    for (;;) {
      const index = this.#events.findIndex((event) => event.method === method);
      const [event] = index < 0 ? [] : this.#events.splice(index, 1);
      if (event !== undefined) return event.params;
      await new Promise<void>((resolve) => {
        const listener = (): void => {
          this.#listeners.delete(listener);
          resolve();
        };
        this.#listeners.add(listener);
      });
    }
  }

  /** Takes the oldest event of this name that has come already. */
  arrived(method: string): Fields | undefined {
    const index = this.#events.findIndex((event) => event.method === method);
    return index < 0 ? undefined : this.#events.splice(index, 1)[0]?.params;
  }

  /** Closes the connection in good order. */
  async close(): Promise<void> {
    this.#socket.close();
    await this.closed;
  }

  #receive(message: Message): void {
    if (message.id !== undefined) {
      const call = this.#calls.get(message.id);
      this.#calls.delete(message.id);
      if (message.error === undefined) call?.resolve(message.result ?? {});
      else call?.reject(new Error(message.error.message));
      return;
    }
    this.#events.push({ method: message.method ?? '', params: message.params ?? {} });
    for (const listener of [...this.#listeners]) listener();
  }
}
