export { DescribeService, PauseService, STOPS, StopService, type Stop } from './directory.commands';
export { DirectoryModule } from './directory.module';
export { directoryPolicy } from './directory.policy';
export { DirectoryService } from './directory.service';
export { type FeedService, type FeedSummary, DirectoryFeed } from './feed.service';
export { type ServicePage, type ServiceRow, type ServiceSearch } from './directory.queries';
export { NEED_DOMAIN_WORDS, NEED_DOMAINS, needsInWords, type NeedDomain } from './need-domains';
export { isUnverified, Service, ServiceWord, type ServiceState } from './service.entity';
