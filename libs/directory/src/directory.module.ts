import { Module } from '@nestjs/common';
import { policies } from '@app/access';
import { OrganisationsModule } from '@app/organisations';
import { directoryPolicy } from './directory.policy';
import { DirectoryQueries } from './directory.queries';
import { DirectoryService } from './directory.service';
import { DirectoryFeed } from './feed.service';

policies.state(directoryPolicy);

@Module({ imports: [OrganisationsModule], providers: [DirectoryService, DirectoryFeed, DirectoryQueries], exports: [DirectoryService, DirectoryFeed] })
export class DirectoryModule {}
