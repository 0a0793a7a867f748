import { rulesToAST } from '@casl/ability/extra';
import { CompoundCondition, FieldCondition, type Condition } from '@ucast/mongo2js';
import type { AppAbility, Subject } from './subject';
import { factsOf } from './facts';

/** A SQL condition over `alias`, with the values that it names. */
export interface Where {
  readonly sql: string;
  readonly values: readonly unknown[];
}

interface Shape {
  column(field: string): { sql: string; type: string; many?: boolean } | undefined;
  exists?(field: string, inner: (shape: Shape) => string): string | undefined;
}

const accessShape = (alias: string, item: boolean): Shape => ({
  column(field) {
    const circle = `(${alias}.audience = 'circle' and ${alias}.category = any (acl.categories))`;
    const fields: Record<string, { sql: string; type: string }> = {
      scopeId: { sql: 'acl.scope_id', type: 'uuid' },
      organisationId: { sql: 'acl.organisation_id', type: 'uuid' },
      basis: { sql: 'acl.basis', type: 'text' },
      ...(item && {
        owns: { sql: `(${alias}.owner_organisation_id = acl.organisation_id)`, type: 'boolean' },
        inCircle: { sql: circle, type: 'boolean' },
        named: {
          sql: `(${alias}.audience = 'named' and acl.organisation_id = any (${alias}.named_organisations) and ${alias}.category <> all (acl.refused))`,
          type: 'boolean',
        },
        forPerson: { sql: `${alias}.visible_to_person`, type: 'boolean' },
        forCarer: { sql: `(${alias}.visible_to_person and ${circle})`, type: 'boolean' },
      }),
      // who is excluded is asked of the signed context, not of a value that a rule could get wrong
      excludesMe: { sql: '(((select ctx_user()) = any (acl.excluded)) is true)', type: 'boolean' },
    };
    return fields[field];
  },
});

/** A line of the worklist is itself the door to its person: what a rule asks of a door is asked of the line. */
const lineShape = (line: string): Shape => ({
  column: (field) =>
    ({
      scopeId: { sql: `${line}.scope_id`, type: 'uuid' },
      organisationId: { sql: `${line}.organisation_id`, type: 'uuid' },
      basis: { sql: `${line}.basis`, type: 'text' },
      excludesMe: { sql: `(((select ctx_user()) = any (${line}.excluded)) is true)`, type: 'boolean' },
    } as Record<string, { sql: string; type: string }>)[field],
  exists: (field, inner) => (field === 'access' ? `(now() >= ${line}.starts and now() < ${line}.until and ${inner(lineShape(line))})` : undefined),
});

const recordShape = (subject: Subject, alias: string): Shape => {
  const facts = factsOf(subject);
  return {
    column(field) {
      if (field === 'sealedFromMe' && facts.item) {
        return { sql: `(${alias}.sealed_to is not null and ((select ctx_user()) = any (${alias}.sealed_to)) is not true)`, type: 'boolean' };
      }
      const column = facts.columns[field];
      if (column === undefined) return undefined;
      // a list of ids; `$in` and `$nin` ask whether it has any of the given ones, as CASL does
      return column.endsWith('[]') ? { sql: `${alias}.${column.slice(0, -2)}`, type: 'uuid', many: true } : { sql: `${alias}.${column}`, type: typeOf(column) };
    },
    exists(field, inner) {
      if (field === 'access') {
        // `offset 0` keeps it a look-up per row: turned into a join it would read all of person_access for a page of fifty.
        return `exists (select 1 from person_access acl where acl.person_id = ${alias}.person_id and now() >= acl.starts and now() < acl.until and ${inner(accessShape(alias, facts.item))} offset 0)`;
      }
      return undefined;
    },
  };
};

const typeOf = (column: string): string =>
  column.endsWith('_id') || column === 'id' || column === 'registered_by' ? 'uuid' : column.startsWith('visible_') ? 'boolean' : 'text';

/**
 * The condition under which the ability lets rows of `subject` through. Fails closed: no rule, no row; a column or an
 * operator that it does not know throws. Every expression is true or not true; a negation is `(…) is not true`.
 * @param bind returns the placeholder for a value, e.g. `$1` or `:acl1`
 */
export function toSql(ability: AppAbility, action: string, subject: Subject, alias: string, bind: (value: unknown) => string): string {
  return once(ability, action, subject, `record ${alias}`, () => recordShape(subject, alias), bind);
}

/** The same rules about a person, read from `line` of the worklist: a list is narrowed before the people are looked up. */
export function lineToSql(ability: AppAbility, subject: Subject, line: string, bind: (value: unknown) => string): string {
  return once(ability, 'read', subject, `line ${line}`, () => lineShape(line), bind);
}

/** SQL between its values. */
interface Written {
  readonly parts: readonly string[];
  readonly values: readonly unknown[];
}
const written = new WeakMap<AppAbility, Map<Subject, Map<string, Written>>>();
const BETWEEN = '\0';

/** The condition of one ability is the same each time: it is translated once, and only its values are bound anew. */
function once(ability: AppAbility, action: string, subject: Subject, place: string, shape: () => Shape, bind: (value: unknown) => string): string {
  const ofAbility = written.get(ability) ?? new Map<Subject, Map<string, Written>>();
  written.set(ability, ofAbility);
  const ofSubject = ofAbility.get(subject) ?? new Map<string, Written>();
  ofAbility.set(subject, ofSubject);
  const key = `${action} ${place}`;
  let known = ofSubject.get(key);
  if (!known) {
    const ast = rulesToAST(ability, action, subject);
    const values: unknown[] = [];
    const sql = ast === null ? 'false' : translate(ast, shape(), (value) => (values.push(value), BETWEEN));
    known = { parts: sql.split(BETWEEN), values };
    ofSubject.set(key, known);
  }
  const { parts, values } = known;
  return parts.reduce((sql, part, i) => `${sql}${bind(values[i - 1])}${part}`);
}

export function where(ability: AppAbility, action: string, subject: Subject, alias: string): Where {
  const values: unknown[] = [];
  const sql = toSql(ability, action, subject, alias, (value) => `$${values.push(value)}`);
  return { sql, values };
}

function translate(node: Condition, shape: Shape, bind: (value: unknown) => string): string {
  const all = (children: readonly Condition[], word: string): string =>
    `(${children.map((child) => translate(child, shape, bind)).join(` ${word} `)})`;
  if (!('field' in node)) {
    const { operator, value } = node as CompoundCondition;
    if (operator === 'and') return value.length ? all(value, 'and') : 'true';
    if (operator === 'or') return value.length ? either(value, (child) => translate(child, shape, bind)) : 'false';
    if (operator === 'not') return `(${all(([] as Condition[]).concat(value), 'and')} is not true)`;
    throw new Error(`policy operator ${operator} has no SQL`);
  }
  return field(node as FieldCondition, shape, bind);
}

/** "(a and b) or (a and c)" is "a and (b or c)": what several rules have in common is asked once. */
function either(ways: readonly Condition[], sqlOf: (condition: Condition) => string): string {
  const parts = ways.map((way) => new Map((!('field' in way) && way.operator === 'and' ? (way as CompoundCondition).value : [way]).map((part) => [JSON.stringify(part), part])));
  const common = [...(parts[0] ?? [])].filter(([key]) => parts.every((way) => way.has(key)));
  for (const way of parts) for (const [key] of common) way.delete(key);
  const sql = common.map(([, part]) => sqlOf(part));
  if (parts.every((way) => way.size > 0)) {
    const rest = parts.map((way) => (way.size === 1 ? [...way.values()][0] as Condition : new CompoundCondition('and', [...way.values()])));
    sql.push(`(${joined(rest).map(sqlOf).join(' or ')})`);
  }
  return `(${sql.join(' and ')})`;
}

/** "A row such that a, or a row such that b" is "a row such that a or b": one look-up instead of one for each rule. */
function joined(ways: readonly Condition[]): Condition[] {
  const relations = new Map<string, Condition[]>();
  const others = ways.filter((way) => {
    if (!('field' in way) || way.operator !== 'elemMatch') return true;
    const { field: relation, value } = way as FieldCondition<Condition>;
    relations.set(relation, [...(relations.get(relation) ?? []), value]);
    return false;
  });
  return [...[...relations].map(([relation, rows]) => new FieldCondition('elemMatch', relation, new CompoundCondition('or', rows))), ...others];
}

function field(node: FieldCondition, shape: Shape, bind: (value: unknown) => string): string {
  const { operator, value } = node;
  if (operator === 'elemMatch') {
    const sql = shape.exists?.(node.field, (inner) => translate(value as Condition, inner, bind));
    if (sql === undefined) throw new Error(`policy names relation ${node.field}, which is none`);
    return sql;
  }
  const column = shape.column(node.field);
  if (!column) throw new Error(`policy names ${node.field}, which is no column`);
  if (column.many) {
    const any = (): string => `(${column.sql} && ${bind(value)}::${column.type}[])`;
    if (operator === 'in') return any();
    if (operator === 'nin') return `(${any()} is not true)`;
    throw new Error(`policy operator ${operator} on the list ${node.field} has no SQL`);
  }
  const one = (given: unknown): string => (given === null ? `${column.sql} is null` : `${column.sql} = ${bind(given)}::${column.type}`);
  const several = (given: unknown[]): string => {
    const values = given.filter((entry) => entry !== null);
    const parts = values.length ? [`${column.sql} = any (${bind(values)}::${column.type}[])`] : [];
    if (given.includes(null)) parts.push(`${column.sql} is null`);
    return parts.length ? `(${parts.join(' or ')})` : 'false';
  };
  if (operator === 'eq') return typeof value === 'boolean' ? `(${column.sql} is ${String(value)})` : one(value);
  if (operator === 'ne') return value === null ? `${column.sql} is not null` : `${column.sql} is distinct from ${bind(value)}::${column.type}`;
  if (operator === 'in') return several(value as unknown[]);
  if (operator === 'nin') return `(${several(value as unknown[])} is not true)`;
  throw new Error(`policy operator ${operator} on ${node.field} has no SQL`);
}
