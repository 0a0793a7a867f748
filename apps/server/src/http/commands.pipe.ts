import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { contextIfAny, fieldsOf, readCommand, readQuery } from '@app/kernel';

/** Reads bodies and queries into the command classes that handlers ask for. */
@Injectable()
export class CommandsPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (!metatype || fieldsOf(metatype).length === 0) return value;
    const command = metatype as new () => object;
    if (type === 'body') return readCommand(command, value);
    if (type === 'query') return readQuery(command, (value ?? {}) as Record<string, unknown>, { lenient: contextIfAny()?.source === 'ui' });
    return value;
  }
}
