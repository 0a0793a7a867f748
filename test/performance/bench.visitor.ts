import { Agent, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly body: string;
  /** as it went over the wire */
  readonly bytes: number;
  readonly ms: number;
}

/** Somebody who has signed in, on one connection that is kept open. */
export class Visitor {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });
  private cookies = new Map<string, string>();
  private csrf: string | undefined;

  constructor(private readonly port: number) {}

  /** The wire's time is from the first byte sent to the last received. The body is empty when it is compressed. */
  get(path: string, encoding: 'gzip' | 'identity' = 'gzip'): Promise<Answer> {
    return this.ask('GET', path, { accept: path.startsWith('/api') ? 'application/json' : 'text/html', 'accept-encoding': encoding });
  }

  /** @throws Error when the password does not fit */
  async signIn(email: string, password: string): Promise<void> {
    const { body } = await this.get('/sign-in', 'identity');
    const csrf = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';
    const form = new URLSearchParams({ email, password, _csrf: csrf }).toString();
    const { status } = await this.ask('POST', '/sign-in', { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(Buffer.byteLength(form)) }, form);
    if (status !== 303) throw new Error(`${email} could not sign in: ${status}`);
  }

  /** JSON to the API, with the token of the session. @throws Error when it is refused */
  async send(method: 'POST' | 'PATCH', path: string, body: object, version?: number): Promise<Answer> {
    this.csrf ??= (JSON.parse((await this.get('/api/me', 'identity')).body) as { csrfToken: string }).csrfToken;
    const text = JSON.stringify(body);
    const answer = await this.ask(method, path, {
      accept: 'application/json', 'accept-encoding': 'identity', 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)), 'x-csrf-token': this.csrf,
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    }, text);
    if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${answer.body}`);
    return answer;
  }

  close(): void {
    this.agent.destroy();
  }

  private ask(method: string, path: string, headers: Record<string, string>, sent = ''): Promise<Answer> {
    const began = performance.now();
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port: this.port, method, path, agent: this.agent, headers: { ...headers, cookie } }, (res) => {
        for (const line of res.headers['set-cookie'] ?? []) this.keep(line);
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () => {
          const all = Buffer.concat(parts);
          resolve({ status: res.statusCode ?? 0, body: res.headers['content-encoding'] ? '' : all.toString(), bytes: all.length, ms: performance.now() - began });
        });
      });
      asked.on('error', reject);
      asked.end(sent);
    });
  }

  private keep(line: string): void {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (name) this.cookies.set(name, value ?? '');
  }
}
