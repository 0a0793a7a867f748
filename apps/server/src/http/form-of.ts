import { SetMetadata } from '@nestjs/common';
import type { Request } from 'express';

const KEY = 'onestory:form-of';

/**
 * On a handler that takes a form: the page that shows it, with the same parameters (`/people/:person`). What is wrong is
 * said there, with what was typed, and there one comes back to after signing in again.
 */
export const FormOf = (page: string): MethodDecorator => SetMetadata(KEY, page);

/** The address of the page whose form this request sends, if the handler says one. */
export function formPage(handler: object, req: Request): string | undefined {
  const page = Reflect.getMetadata(KEY, handler) as string | undefined;
  return page?.replace(/:(\w+)/g, (_, name: string) => {
    const value = req.params[name];
    return encodeURIComponent(typeof value === 'string' ? value : '');
  });
}
