import type { OpenAPIObject } from '@nestjs/swagger';
import { Page, type Html, type PageContext, type PageStates } from '@app/web-kit';

type Operations = OpenAPIObject['paths'][string];
type Operation = NonNullable<Operations['get']>;
type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

interface Act {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

const actsOf = (document: OpenAPIObject): Act[] =>
  Object.entries(document.paths).flatMap(([path, operations]) => METHODS.flatMap((method) => {
    const operation = operations[method];
    return operation ? [{ method: method.toUpperCase(), path, operation }] : [];
  }));

/** The OpenAPI document as a page of our own: the stock one is a script that the content security policy refuses. */
export function DescriptionPage({ ctx, document }: { ctx: PageContext; document: OpenAPIObject }): Html {
  return (
    <Page ctx={ctx} title="For programs" wide>
      <h1 class="nhsuk-heading-l">For programs</h1>
      <p class="os-text">{document.info.description}</p>
      <p><a class="nhsuk-link" href="/api/openapi.json">The same as OpenAPI, for programs</a></p>
      {actsOf(document).map((act) => <ActSection act={act} document={document} />)}
    </Page>
  );
}

const ActSection = ({ act, document }: { act: Act; document: OpenAPIObject }): Html => {
  const parameters = (act.operation.parameters ?? []).flatMap((one) => ('name' in one ? [one] : []));
  return (
    <section class="os-section" aria-labelledby={idOf(act)}>
      <h2 class="nhsuk-heading-s" id={idOf(act)}><code>{act.method} {act.path}</code></h2>
      {parameters.length > 0 ? <ul>{parameters.map((one) => <li><code>{one.name}</code> in the {one.in}{one.required ? ', required' : null}</li>)}</ul> : null}
      <Body operation={act.operation} document={document} />
    </section>
  );
};

const idOf = (act: Act): string => `${act.method}${act.path}`.toLowerCase().replace(/[^a-z0-9]+/g, '-');

function Body({ operation, document }: { operation: Operation; document: OpenAPIObject }): Html | null {
  const body = operation.requestBody;
  const content = body && 'content' in body ? body.content['application/json']?.schema : undefined;
  if (!content) return null;
  const schema = '$ref' in content ? document.components?.schemas?.[content.$ref.split('/').at(-1) ?? ''] : content;
  if (!schema || '$ref' in schema) return null;
  return <ul>{Object.entries(schema.properties ?? {}).map(([name, field]) => <li><code>{name}</code>: {words(field)}{schema.required?.includes(name) ? ', required' : null}</li>)}</ul>;
}

function words(field: Schema): string {
  if ('$ref' in field) return field.$ref.split('/').at(-1) ?? '';
  if (field.enum) return `one of ${field.enum.join(', ')}`;
  if (field.type === 'array') return `list of ${field.items ? words(field.items) : 'values'}`;
  return [field.type, field.format, field.maxLength && `at most ${field.maxLength} characters`].filter(Boolean).join(', ');
}

const ctx: PageContext = { user: null, csrfToken: 'token', path: '/api/docs', nav: null, navItems: [] };
const sample: OpenAPIObject = {
  openapi: '3.0.0',
  info: { title: 'OneStory', version: '1', description: 'How programs talk to the service.' },
  paths: { '/api/colleagues/{id}': { get: { parameters: [{ name: 'id', in: 'path', required: true }], responses: {} } } },
};
export const states: PageStates = {
  full: () => <DescriptionPage ctx={ctx} document={sample} />,
  bare: () => <DescriptionPage ctx={ctx} document={{ ...sample, paths: {} }} />,
};
