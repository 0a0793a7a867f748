import { Injectable } from '@nestjs/common';
import { currentContext, Forbidden, Invalid, localDay, StaleVersion } from '@app/kernel';
import { Records, Transactions } from '@app/records';
import { isChild } from './grown-up';
import { RelatedPerson } from './items.entity';
import type { WriteRelative } from './persons.commands';
import { PersonsService } from './persons.service';

/** Family and friends, as whoever helps writes them down and sets them right. To be written down lets nobody in. */
@Injectable()
export class Relatives {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly persons: PersonsService,
  ) {}

  /** Whom the caller may know of, in the order in which they were written down. Audited. */
  all(personId: string): Promise<RelatedPerson[]> {
    return this.transactions.run(async () => {
      const family = await (await this.records.readable(RelatedPerson, 'r')).andWhere('r.personId = :personId', { personId }).orderBy('r.createdAt', 'ASC').addOrderBy('r.id').getMany();
      if (family.length > 0) this.records.audit({ action: 'read', subject: 'RelatedPerson', personId, subjectIds: family.map(({ id }) => id) });
      return family;
    });
  }

  /** Does the caller write down who belongs to people? Whoever only reads is offered no form. */
  mayAdd(): boolean {
    return this.records.ability().rulesFor('create', RelatedPerson).some((rule) => !rule.inverted);
  }

  /** Whoever wrote somebody down sets it right. */
  mayChange({ ownerOrganisationId }: RelatedPerson): boolean {
    return this.mayAdd() && ownerOrganisationId === currentContext().actor.organisationId;
  }

  /** In the circle's sight; in the person's and their family's too, unless there is something that this one must not be told. @throws NotFound, Forbidden, Invalid */
  add(personId: string, command: WriteRelative): Promise<RelatedPerson> {
    return this.transactions.run(async () => {
      await this.mayTellCircle(personId);
      const { mustNotBeTold, ...says } = said(command);
      return this.persons.addRelative(personId, command, { ...says, mustNotBeTold, visibleToPerson: mustNotBeTold === null });
    });
  }

  /** One whom the caller sets right. @throws NotFound; Forbidden for who did not write it down */
  async toChange(personId: string, id: string): Promise<RelatedPerson> {
    const relative = await this.records.get(RelatedPerson, personId, id);
    if (!this.mayChange(relative)) throw new Forbidden('action.forbidden', 'Whoever wrote this down sets it right. Tell them, or add what you know to a note');
    return relative;
  }

  /** @param version that was read @throws NotFound, Forbidden, StaleVersion, Invalid */
  change(personId: string, id: string, version: number, command: WriteRelative): Promise<RelatedPerson> {
    return this.transactions.run(async () => {
      const relative = await this.toChange(personId, id);
      await this.mayTellCircle(personId);
      if (relative.rowVersion !== version) throw new StaleVersion(relative);
      const says = said(command);
      // What was kept from the family is not put before their eyes because a word of it was emptied.
      return this.records.change(RelatedPerson, { personId, id }, version, { ...says, ...(says.mustNotBeTold === null ? {} : { visibleToPerson: false }) });
    });
  }

  /** Who helps discreetly would be found out by what they write for everybody. */
  private async mayTellCircle(personId: string): Promise<void> {
    await this.persons.find(personId);
    if (await this.records.knownOnlyTo(personId)) throw new Forbidden('action.forbidden', 'You help discreetly. What you write here would be read by everybody who helps: keep it in your own notes');
  }
}

/** @throws Invalid for a child as first contact (I21), and for a young carer’s assessment of somebody who is grown up */
function said({ name, relation, phone, birthDate, ageGroup, assessmentOfferedOn, mainCarer, emergencyContact, livesWith, mustNotBeTold }: WriteRelative) {
  const says = {
    name, relation, phone: phone ?? null, birthDate: birthDate ?? null, ageGroup: birthDate ? null : (ageGroup ?? null), assessmentOfferedOn: assessmentOfferedOn ?? null, mainCarer: mainCarer ?? false, emergencyContact: emergencyContact ?? false, livesWith: livesWith ?? false, mustNotBeTold: mustNotBeTold ?? null,
  };
  const child = isChild(says, localDay(new Date()));
  if (says.assessmentOfferedOn && child === false) throw Invalid.field('/assessmentOfferedOn', 'relative.grownUp', 'A young carer’s assessment is for somebody under 18. Leave this empty, or say how old they are');
  if (says.emergencyContact && child === true) throw Invalid.field('/emergencyContact', 'relative.child', 'A child is nobody’s first contact. Choose somebody who is grown up');
  return says;
}
