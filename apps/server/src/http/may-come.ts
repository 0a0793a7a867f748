import { SetMetadata } from '@nestjs/common';
import type { Role } from '@app/kernel';

/** `person` is the person or a family carer on their own page; `signed-in` is everybody who has signed in. */
export type Audience = 'anyone' | 'signed-in' | 'staff' | 'person';
export interface Admission {
  readonly audience: Audience;
  /** any of these; none means everybody of the audience */
  readonly roles: readonly Role[];
}

const KEY = 'onestory:may-come';

/** Who may come to a handler. Every handler says it; the server does not start with one that does not. */
export const MayCome = (audience: Audience, ...roles: Role[]): MethodDecorator & ClassDecorator => SetMetadata(KEY, { audience, roles } satisfies Admission);

/** What a handler, else its controller, says about who may come; undefined when neither says anything. */
export const mayComeOf = (handler: object, controller?: object): Admission | undefined =>
  (Reflect.getMetadata(KEY, handler) ?? (controller && Reflect.getMetadata(KEY, controller))) as Admission | undefined;
