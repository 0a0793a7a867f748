export { Exclusion, Relationship, SafeContact, SharingDecision, type Basis, type ScopeKind } from './facts.entity';
export { SharingModule } from './sharing.module';
export { SharingQueries, type Standing } from './sharing.queries';
export { SharingService, type Invitation } from './sharing.service';
