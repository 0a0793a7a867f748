import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { BadRequest, isUuid, NotFound, VersionRequired } from '@app/kernel';
import type { NavKey, PageContext } from '@app/web-kit';
import { FormState, TypedFormState } from './form-state';
import { keptForm } from './kept-forms';
import { pageContext, pagePath } from './page-context';

const requestOf = (context: ExecutionContext): Request => context.switchToHttp().getRequest<Request>();

/** The PageContext of this request; say which item of the navigation the page belongs to. */
export const Ctx = createParamDecorator(async (nav: NavKey | undefined, context: ExecutionContext): Promise<PageContext> => {
  const req = requestOf(context);
  return pageContext(req, nav ?? null, await req.unread?.());
});

/** What stands in the page's form: nothing, what was refused, what was kept over a sign-in, or what was typed and never sent. @param data.kept where what is typed here is kept, behind the page's own address; left out where it is not */
export const Form = createParamDecorator(async (data: { kept: string } | undefined, context: ExecutionContext): Promise<FormState> => {
  const req = requestOf(context);
  if (req.again) return FormState.again(req.again);
  const kept = keptForm(req, pagePath(req));
  if (kept) return FormState.kept(kept.values);
  const typed = data ? await req.typed?.(pagePath(req) + data.kept) : null;
  return typed ? new TypedFormState(typed) : FormState.empty;
});

/**
 * The version that the caller read: from `If-Match: "3"`, or from the hidden field `_version` of a form.
 * Throws VersionRequired (428) without one, BadRequest `version.malformed` for anything but a whole number.
 */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const version = versionIn(requestOf(context));
  if (version === null) throw new VersionRequired();
  return version;
});

/** The same for what may be new: null where the caller read nothing yet. */
export const IfMatchAny = createParamDecorator((_: unknown, context: ExecutionContext): number | null => versionIn(requestOf(context)));

function versionIn({ headers, formVersion }: Request): number | null {
  const given = headers['if-match'] ?? formVersion;
  if (given === undefined || given === '') return null;
  const number = /^(?:W\/)?"?(\d{1,9})"?$/.exec(given)?.[1];
  if (number === undefined) throw new BadRequest('version.malformed', 'If-Match holds one version in quotes, like "3"');
  return Number(number);
}

/** An id in the address, by the name of its part (`:person`), in lower case. What cannot be an id names nothing: NotFound, like what is hidden. */
export const IdIn = createParamDecorator((part: string, context: ExecutionContext): string => {
  const id = requestOf(context).params[part];
  if (!isUuid(id)) throw new NotFound();
  return id.toLowerCase();
});
