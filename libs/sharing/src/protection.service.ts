import { Injectable } from '@nestjs/common';
import { Invalid, NotFound, StaleVersion } from '@app/kernel';
import { ContactPoint } from '@app/persons';
import { Records, Transactions } from '@app/records';
import { PeopleRound } from './people-round';
import type { ProtectContactPoints } from './protection.commands';
import { SharingConversation } from './sharing-conversation.entity';

/** An address, a number or the practice, as far as the reader sees it, and who else does. */
export interface KeptPoint {
  point: ContactPoint;
  /** the only people who know it, by name; null while everybody does who works with the person */
  knownTo: string[] | null;
}

export interface KeptPoints {
  /** grows with every change to what the reader sees */
  readonly version: number;
  readonly points: readonly KeptPoint[];
}

/** Keeps where somebody is from everybody but those named: at every exit, by sealing what tells it. */
@Injectable()
export class Protection {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: Records,
    private readonly round: PeopleRound,
  ) {}

  async of(personId: string): Promise<KeptPoints> {
    return this.transactions.run(async () => {
      const points = await this.points(personId);
      const names = new Map((await this.transactions.query<{ id: string; name: string }>('select id, name from user_account where id = any ($1) order by name', [points.flatMap((point) => point.sealedTo ?? [])])).map(({ id, name }) => [id, name]));
      return { version: versionOf(points), points: points.map((point) => ({ point, knownTo: point.sealedTo && [...names].filter(([id]) => point.sealedTo?.includes(id)).map(([, name]) => name) })) };
    });
  }

  /**
   * From now on only those named know, and whoever writes it; the same again changes who.
   * @param version what the form was filled from
   * @throws NotFound, Forbidden; StaleVersion; Invalid `choice` for what is not to be chosen and who cannot open the record
   */
  async protect(personId: string, version: number, { points, knownTo, because, reviewOn }: ProtectContactPoints): Promise<void> {
    await this.transactions.run(async () => {
      const seen = await this.unchanged(personId, version);
      const stranger = points.findIndex((id) => !seen.some((point) => point.id === id && (point.sealedTo === null || point.protected)));
      if (stranger >= 0) throw Invalid.field(`/points/${stranger}`, 'choice', 'Choose from what is recorded');
      const known = await this.round.chosen(personId, knownTo ?? [], '/knownTo');
      this.transactions.wrote();
      await this.transactions.query('select protect_contact_points($1, $2, $3, $4, $5)', [personId, points, known, because, reviewOn]);
      this.records.audit({ action: 'protect', subject: 'ContactPoint', personId, subjectIds: points });
    });
  }

  /** Everybody who works with the person knows it again. @throws NotFound, Forbidden, StaleVersion; Conflict `protection.held` where it follows from another record of the same person */
  async lift(personId: string, pointId: string, version: number): Promise<void> {
    await this.transactions.run(async () => {
      await this.records.mayCreate(SharingConversation, personId);
      const point = (await this.points(personId)).find(({ id }) => id === pointId);
      if (!point?.protected) throw new NotFound('ContactPoint', pointId, personId);
      if (point.rowVersion !== version) throw new StaleVersion(point);
      this.transactions.wrote();
      await this.transactions.query('select unprotect_contact_point($1, $2)', [personId, pointId]);
      this.records.audit({ action: 'unprotect', subject: 'ContactPoint', personId, subjectIds: [pointId] });
    });
  }

  private async unchanged(personId: string, version: number): Promise<ContactPoint[]> {
    await this.records.mayCreate(SharingConversation, personId);
    const points = await this.points(personId);
    if (versionOf(points) !== version) throw new StaleVersion(points);
    return points;
  }

  private async points(personId: string): Promise<ContactPoint[]> {
    return (await this.records.readable(ContactPoint, 'c')).andWhere('c.personId = :personId', { personId }).orderBy('c.kind').addOrderBy('c.createdAt').getMany();
  }
}

const versionOf = (points: readonly ContactPoint[]): number => points.reduce((sum, { rowVersion }) => sum + rowVersion, 0);
