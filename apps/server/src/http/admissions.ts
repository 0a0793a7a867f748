import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { mayComeOf, type Admission } from './may-come';

export interface HandlerAdmission {
  readonly handler: string;
  readonly method: string;
  readonly path: string;
  readonly admission: Admission | undefined;
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'ALL', 'OPTIONS', 'HEAD', 'SEARCH'];

/** Lists every handler with who may come to it, and stops the start when one does not say. */
@Injectable()
export class Admissions implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap(): void {
    const silent = this.list().filter((one) => one.admission === undefined);
    if (silent.length > 0) throw new Error(`Say with @MayCome who may come to: ${silent.map((one) => one.handler).join(', ')}`);
  }

  list(): HandlerAdmission[] {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      const controller = instance as Record<string, object>;
      if (!metatype || !controller) return [];
      const prototype = Object.getPrototypeOf(controller) as object;
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = controller[name] as object;
        const method = Reflect.getMetadata('method', handler) as number | undefined;
        if (method === undefined) return [];
        const base = [Reflect.getMetadata('path', metatype) as string | string[]].flat()[0] ?? '';
        const rest = [Reflect.getMetadata('path', handler) as string | string[]].flat()[0] ?? '';
        const path = `/${[base, rest].join('/')}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
        return [{ handler: `${metatype.name}.${name}`, method: METHODS[method] ?? 'ALL', path, admission: mayComeOf(handler, metatype) }];
      });
    });
  }
}
