export { HeldLooks, type HeldLook } from './held-looks.service';
export { type Incident } from './incidents';
export { Incidents } from './incidents.service';
export { Knowing, type KnownPerson } from './knowing.service';
export { CloseIncident, HoldLooks, LiftKnownPerson, NameColleagues, SettleHeldLook, SettleUnusualAccess } from './oversight.commands';
export { OversightModule } from './oversight.module';
export { OUTCOMES, UNUSUAL, type Outcome, type Unusual, type UnusualAccess } from './unusual';
export { UnusualAccesses } from './unusual-access.service';
export { startWatching } from './watching';
