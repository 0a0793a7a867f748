import type { INestApplication } from '@nestjs/common';
import { ApiProperty, DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { commandClasses, fieldsOf } from '@app/kernel';

const ABOUT = `Sign in with the page, read the token from GET /api/me and send it as x-csrf-token with every change.
What has a version is changed with If-Match. A refusal is application/problem+json; hidden and missing have the same answer.`;

/** The commands' own fields, told to the describer, so that no command is described twice. */
function tellFields(): void {
  for (const command of commandClasses()) {
    for (const field of fieldsOf(command)) {
      const tell = ApiProperty({ ...field.schema, required: field.required });
      tell(command.prototype as object, field.name);
    }
  }
}

/** The API in OpenAPI's words: only what is under /api. */
export function describeApi(app: INestApplication): OpenAPIObject {
  tellFields();
  const config = new DocumentBuilder().setTitle('OneStory').setVersion('1').setDescription(ABOUT)
    .addCookieAuth('onestory').addApiKey({ type: 'apiKey', in: 'header', name: 'x-csrf-token' }, 'csrf').build();
  const document = SwaggerModule.createDocument(app, config, { autoTagControllers: true });
  return { ...document, paths: Object.fromEntries(Object.entries(document.paths).filter(([path]) => path.startsWith('/api/'))) };
}

/** Made at start, after all handlers are known. */
export class Description {
  document: OpenAPIObject | null = null;
}
