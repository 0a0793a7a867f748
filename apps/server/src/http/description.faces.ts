import { Controller, Get } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { NotFound } from '@app/kernel';
import type { Html, PageContext } from '@app/web-kit';
import { Description } from './description';
import { DescriptionPage } from './views/description';
import { MayCome } from './may-come';
import { Ctx } from './parameters';

/** How programs talk to the service: for programs, and for those who write them. */
@Controller('api')
export class DescriptionFaces {
  constructor(private readonly description: Description) {}

  @Get('openapi.json') @MayCome('anyone')
  json(): OpenAPIObject {
    return this.document();
  }

  @Get('docs') @MayCome('anyone')
  page(@Ctx() ctx: PageContext): Html {
    return DescriptionPage({ ctx, document: this.document() });
  }

  private document(): OpenAPIObject {
    if (!this.description.document) throw new NotFound();
    return this.description.document;
  }
}
