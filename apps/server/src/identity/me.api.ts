import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { NotFound } from '@app/kernel';
import { csrfToken } from '../http/csrf';
import { MayCome } from '../http';
import { SessionDesk } from './session';
import { ActFor } from './sign-in.commands';

interface Me {
  readonly user: { id: string; name: string; email: string; kind: 'staff' | 'person' | 'carer' };
  readonly organisation: { id: string; name: string; sector: string } | null;
  readonly roles: readonly string[];
  readonly memberships: readonly { id: string; organisation: string; jobTitle: string }[];
  /** to be sent as `x-csrf-token` with every change */
  readonly csrfToken: string;
}

@Controller('api')
export class MeApi {
  constructor(private readonly desk: SessionDesk) {}

  @Get('me') @MayCome('signed-in')
  me(@Req() req: Request): Me {
    return meOf(req);
  }

  @Post('acting-for') @HttpCode(204) @MayCome('staff')
  actFor(@Body() { membershipId }: ActFor, @Req() req: Request): void {
    this.desk.actFor(req, membershipId);
  }
}

function meOf(req: Request): Me {
  const { caller } = req;
  if (!caller) throw new NotFound();
  const { actor, actingFor, kind, email, memberships } = caller;
  return {
    user: { id: actor.userId, name: actor.name, email, kind },
    organisation: actingFor && { id: actingFor.organisationId, name: actingFor.organisationName, sector: actingFor.sector },
    roles: actor.roles,
    memberships: memberships.map(({ id, organisationName, jobTitle }) => ({ id, organisation: organisationName, jobTitle })),
    csrfToken: csrfToken(req),
  };
}
