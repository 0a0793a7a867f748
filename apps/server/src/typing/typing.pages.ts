import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { MayCome, seeOther, TypedForms, type SeeOther } from '../http';
import { ownPath } from '../http/request';

/** What stands in a long form is sent here while somebody types. */
@Controller('typed-forms') @MayCome('signed-in')
export class TypingPages {
  constructor(private readonly forms: TypedForms) {}

  @Post() @HttpCode(204)
  keep(@Req() req: Request): Promise<void> {
    return this.forms.keep(req.formPage ?? '', req.formVersion, { ...(req.body as Record<string, unknown> | undefined), ...(req.formBase === undefined ? {} : { _base: req.formBase }) });
  }

  /** A form that has been taken is forgotten: here nothing else is done with it. */
  @Post('discard')
  discard(@Req() req: Request): SeeOther {
    return seeOther(ownPath(req.formPage));
  }
}
