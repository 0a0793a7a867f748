import { Module } from '@nestjs/common';
import { OrganisationsQueries } from './organisations.queries';
import { Organisations } from './organisations.service';

@Module({ providers: [OrganisationsQueries, Organisations], exports: [Organisations] })
export class OrganisationsModule {}
