import type { Request } from 'express';

interface Layer {
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
  match(path: string): boolean;
}

/** The methods that the address of this request does take, for `Allow`; none when there is nothing at it. */
export function methodsAt(req: Request): string[] {
  const { stack } = req.app.router as unknown as { stack: readonly Layer[] };
  const methods = stack.filter((layer) => layer.route && layer.match(req.path)).flatMap((layer) => Object.keys(layer.route?.methods ?? {}));
  return [...new Set(methods.map((method) => method.toUpperCase()))].sort();
}
