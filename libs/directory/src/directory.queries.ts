import { Injectable } from '@nestjs/common';
import { Transactions } from '@app/records';
import { NEED_DOMAIN_WORDS, type NeedDomain } from './need-domains';
import type { Service } from './service.entity';

/** A service as everybody who works here sees it. */
export interface ServiceRow extends Omit<Service, 'nameWords' | 'words' | 'areaWords' | 'createdAt'> {
  organisation: string;
  organisationState: string;
  accessScope: 'named' | 'team' | 'organisation';
  /** to know that this organisation helps is itself sensitive: a referral goes to somebody by name */
  discreetByDefault: boolean;
  /** is it listed, and does its organisation take part with an agreement that has not run out? */
  takesReferrals: boolean;
}

/** What is looked for; all of it must be so. */
export interface ServiceSearch {
  readonly search?: string | null | undefined;
  readonly need?: NeedDomain | null | undefined;
  readonly area?: string | null | undefined;
}

export interface ServicePage {
  readonly rows: readonly ServiceRow[];
  readonly more: boolean;
}

/** What a service says of itself, without what the directory adds. */
export type ServiceFacts = Omit<Service, 'id' | 'organisationId' | 'nameWords' | 'words' | 'areaWords' | 'createdAt' | 'rowVersion' | 'source'>;

const SERVICE = `s.id, s.organisation_id as "organisationId", s.name, s.description, s.needs, s.eligibility, s.area, s.accessibility, s.referral_routes as "referralRoutes",
  s.capacity, s.wait, s.wait_as_of::text as "waitAsOf", s.verified_on::text as "verifiedOn", s.cost, s.phone, s.email, s.url, s.intake, s.external_id as "externalId",
  s.state, s.state_reason as "stateReason", s.source, s.row_version as "rowVersion", o.name as organisation, o.state as "organisationState",
  o.access_scope as "accessScope", o.discreet_by_default as "discreetByDefault",
  (s.state = 'listed' and o.state = 'active' and (o.agreement_expires_on is null or o.agreement_expires_on >= current_date)) as "takesReferrals"`;
const FROM = 'service s join organisation o on o.id = s.organisation_id';

const COLUMNS = [
  'name', 'description', 'needs', 'eligibility', 'area', 'accessibility', 'referral_routes', 'capacity', 'wait', 'wait_as_of', 'verified_on', 'cost', 'phone', 'email', 'url',
  'intake', 'external_id', 'state', 'state_reason',
] as const;
const property = (column: string): keyof ServiceFacts => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) as keyof ServiceFacts;

/** How alike a typed word must be to one of the directory's (`pg_trgm`): "draghts" finds draughts, "card" not care. */
const ALIKE = 0.45;
const MOST_WORDS = 8;

@Injectable()
export class DirectoryQueries {
  constructor(private readonly transactions: Transactions) {}

  /** Services that are listed or paused, those whose name fits best first; every word that was typed is looked for, with its typos. */
  async find({ search, need, area }: ServiceSearch, limit: number, offset: number): Promise<ServicePage> {
    const values: unknown[] = [];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const conditions = [`s.state in ('listed', 'paused')`];
    const words = search ? await this.typed(search) : [];
    for (const { meant } of words) conditions.push(`s.words && ${bind(meant)}::text[]`);
    for (const { meant } of area ? await this.typed(area) : []) conditions.push(`s.area_words && ${bind(meant)}::text[]`);
    if (need) conditions.push(`s.needs @> ${bind([need])}::text[]`);
    const best = words.length ? `round(word_similarity(${bind(words.map(({ word }) => word).join(' '))}, s.name_words)::numeric, 1) desc, ` : '';
    const rows = await this.transactions.query<ServiceRow>(
      `select ${SERVICE} from ${FROM} where ${conditions.join(' and ')} order by ${best}s.name, s.id limit ${bind(limit + 1)} offset ${bind(offset)}`,
      values,
    );
    return { rows: rows.slice(0, limit), more: rows.length > limit };
  }

  async byId(id: string): Promise<ServiceRow | null> {
    const [row] = await this.transactions.query<ServiceRow>(
      `select ${SERVICE} from ${FROM} where s.id = $1 and (s.state <> 'draft' or s.organisation_id = (select ctx_organisation()))`, [id],
    );
    return row ?? null;
  }

  /** All that an organisation says of its services, drafts and what is no longer offered among it. */
  ownedBy(organisationId: string): Promise<ServiceRow[]> {
    return this.transactions.query<ServiceRow>(
      `select ${SERVICE} from ${FROM} where s.organisation_id = $1 order by array_position(array['draft', 'listed', 'paused', 'delisted'], s.state), s.verified_on nulls first, s.name, s.id limit 200`, [organisationId],
    );
  }

  /** Are all of these memberships or teams of the organisation? */
  async areOf(organisationId: string, intake: readonly string[]): Promise<boolean> {
    if (intake.length === 0) return true;
    const [row] = await this.transactions.query<{ all: boolean }>(
      `select bool_and(exists (select 1 from membership m where m.id = i.id and m.organisation_id = $1) or exists (select 1 from team t where t.id = i.id and t.organisation_id = $1)) as "all" from unnest($2::uuid[]) i(id)`,
      [organisationId, intake],
    );
    return row?.all ?? false;
  }

  /** What is known of these entries of a feed, by the organisation and the feed's own id. */
  async byExternal(organisationId: string, externalIds: readonly string[]): Promise<ServiceRow[]> {
    return this.transactions.query<ServiceRow>(`select ${SERVICE} from ${FROM} where s.organisation_id = $1 and s.external_id = any ($2)`, [organisationId, externalIds]);
  }

  async insert(id: string, organisationId: string, source: string, facts: ServiceFacts): Promise<void> {
    this.transactions.wrote();
    await this.learn(facts, organisationId);
    const values: unknown[] = [id, organisationId, source, needWords(facts)];
    const given = COLUMNS.map((column) => `$${values.push(facts[property(column)])}`);
    await this.transactions.query(
      `insert into service (id, organisation_id, source, name_words, words, area_words, ${COLUMNS.join(', ')})
       select $1, $2, $3, plain(${cast(given, 'name')}), words_of(${wordsOf(given, '$4')}), words_of(${cast(given, 'area')}), ${given.join(', ')} from organisation o where o.id = $2`,
      values,
    );
  }

  /** @returns false when somebody else saved first */
  async update(id: string, organisationId: string, version: number, facts: ServiceFacts): Promise<boolean> {
    this.transactions.wrote();
    await this.learn(facts, organisationId);
    const values: unknown[] = [id, version, needWords(facts)];
    const given = COLUMNS.map((column) => `$${values.push(facts[property(column)])}`);
    const done = await this.transactions.query<{ id: string }>(
      `with done as (update service s set ${COLUMNS.map((column, n) => `${column} = ${given[n]}`).join(', ')}, name_words = plain(${cast(given, 'name')}),
              words = words_of(${wordsOf(given, '$3')}), area_words = words_of(${cast(given, 'area')}), row_version = s.row_version + 1
         from organisation o where s.id = $1 and s.row_version = $2 and o.id = s.organisation_id returning s.id) select id from done`,
      values,
    );
    return done.length > 0;
  }

  /** Each word that was typed, in plain letters, with the words of the directory that may be meant: it, one that begins with it, one that is like it. */
  private async typed(text: string): Promise<{ word: string; meant: string[] }[]> {
    const [row] = await this.transactions.query<{ words: string[] }>(`select words_of($1) as words, set_config('pg_trgm.similarity_threshold', '${ALIKE}', true)`, [text]);
    const words = (row?.words ?? []).slice(0, MOST_WORDS);
    if (words.length === 0) return [];
    const values: unknown[] = [];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const parts = words.flatMap((word) => [
      `v.word = any (${bind([word, ...swaps(word)])}::text[])`,
      ...(word.length > 2 ? [`v.word like ${bind(`${word}%`)}`] : []),
      ...(word.length > 3 ? [`v.word % ${bind(word)}`] : []),
    ].map((condition) => `select ${bind(word)} as word, v.word as meant from service_word v where ${condition}`));
    const rows = await this.transactions.query<{ word: string; meant: string }>(parts.join(' union '), values);
    return words.map((word) => ({ word, meant: rows.filter((one) => one.word === word).map(({ meant }) => meant) }));
  }

  /** Keeps the words of an entry in the directory's own dictionary. */
  private async learn(facts: ServiceFacts, organisationId: string): Promise<void> {
    await this.transactions.query(
      `insert into service_word (word) select distinct w from organisation o, unnest(words_of(concat_ws(' ', $2::text, o.name))) w where o.id = $1 order by w on conflict do nothing`,
      [organisationId, [facts.name, needWords(facts), facts.description, facts.area].filter(Boolean).join(' ')],
    );
  }
}

/** The word with two neighbouring letters changed over, each way: the slip that likeness misses most. */
const swaps = (word: string): string[] =>
  word.length < 4 ? [] : Array.from({ length: word.length - 1 }, (_, at) => word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2));

const cast = (given: readonly string[], column: (typeof COLUMNS)[number]): string => `${given[COLUMNS.indexOf(column)]}::text`;
const wordsOf = (given: readonly string[], needs: string): string => `concat_ws(' ', ${cast(given, 'name')}, o.name, ${needs}::text, ${cast(given, 'description')})`;
const needWords = ({ needs }: ServiceFacts): string => needs.map((need: NeedDomain) => NEED_DOMAIN_WORDS[need]).join(' ');
