import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { SignIns } from '@app/identity';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, Form, FormOf, FormState, MayCome, seeOther, sentAway, type SeeOther } from '../http';
import { homeOf } from '../http/page-context';
import { isNoReturn, ownPath } from '../http/request';
import { SessionDesk } from './session';
import { ActFor, ForgetPassword, SetPassword, SignIn } from './sign-in.commands';
import { ActingForPage } from './views/acting-for';
import { ForgottenPasswordPage } from './views/forgotten-password';
import { LinkPage } from './views/link';
import { SignInPage } from './views/sign-in';
import { SignOutPage } from './views/sign-out';

/** Coming in and going out. */
@Controller()
export class SignInPages {
  constructor(
    private readonly desk: SessionDesk,
    private readonly signIns: SignIns,
  ) {}

  @Get() @MayCome('anyone')
  home(@Req() req: Request): SeeOther {
    return req.caller ? seeOther(homeOf(req)) : sentAway(homeOf(req));
  }

  @Get('sign-in') @MayCome('anyone')
  signInPage(@Ctx() ctx: PageContext, @Form() form: FormState, @Query('return') wish: unknown, @Req() req: Request): Html | SeeOther {
    if (isNoReturn(wish)) return sentAway('/');
    if (req.caller) return seeOther(homeOf(req));
    return SignInPage({ ctx, form, waits: req.session.kept !== undefined, returnTo: wish === undefined ? '' : ownPath(wish) });
  }

  @Post('sign-in') @MayCome('anyone') @FormOf('/sign-in')
  async signIn(@Body() command: SignIn, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<SeeOther> {
    const path = await this.desk.begin(req, res, command);
    return isNoReturn(command.return) ? sentAway(path) : seeOther(path);
  }

  @Get('sign-out') @MayCome('anyone')
  signOutPage(@Ctx() ctx: PageContext, @Req() req: Request): Html | SeeOther {
    return req.caller ? SignOutPage({ ctx }) : sentAway('/sign-in');
  }

  @Post('sign-out') @MayCome('anyone')
  async signOut(@Req() req: Request): Promise<SeeOther> {
    await this.desk.end(req);
    return seeOther('/sign-in');
  }

  @Get('acting-for') @MayCome('staff')
  actingForPage(@Ctx() ctx: PageContext, @Form() form: FormState, @Req() req: Request): Html {
    return ActingForPage({ ctx, form, choices: req.caller?.memberships ?? [], current: req.caller?.actingFor?.id ?? '' });
  }

  @Post('acting-for') @MayCome('staff') @FormOf('/acting-for')
  actFor(@Body() { membershipId }: ActFor, @Req() req: Request): SeeOther {
    this.desk.actFor(req, membershipId);
    return seeOther('/');
  }

  @Get('forgotten-password') @MayCome('anyone')
  forgottenPage(@Ctx() ctx: PageContext, @Form() form: FormState): Html {
    return ForgottenPasswordPage({ ctx, form, sent: null });
  }

  @Post('forgotten-password') @MayCome('anyone') @FormOf('/forgotten-password')
  async forgotten(@Body() { email }: ForgetPassword, @Ctx() ctx: PageContext, @Req() req: Request): Promise<Html> {
    await this.signIns.forgotten(email, req.ip ?? '');
    return ForgottenPasswordPage({ ctx, form: FormState.empty, sent: this.signIns.sendsLinks ? 'by mail' : 'by hand' });
  }

  @Get('link/:token') @MayCome('anyone')
  async linkPage(@Param('token') token: string, @Ctx() ctx: PageContext, @Form() form: FormState): Promise<Html> {
    return LinkPage({ ctx, form, token, link: await this.signIns.linkFor(token) });
  }

  @Post('link/:token') @MayCome('anyone') @FormOf('/link/:token')
  async setPassword(@Param('token') token: string, @Body() { password }: SetPassword): Promise<SeeOther> {
    await this.signIns.setPassword(token, password);
    return seeOther('/sign-in', 'Your password is set. Sign in with it');
  }
}
