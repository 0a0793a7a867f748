import { Module } from '@nestjs/common';
import { Agreements } from './agreements.service';
import { OrganisationsQueries } from './organisations.queries';
import { Organisations } from './organisations.service';

@Module({ providers: [OrganisationsQueries, Organisations, Agreements], exports: [Organisations, Agreements] })
export class OrganisationsModule {}
