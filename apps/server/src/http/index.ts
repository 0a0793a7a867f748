export { Download, drawing, Drawing, RecordOpened, RefusedAfterwards, seeOther, SeeOther, sentAway } from './answers.interceptor';
export { Batches, InBatches, OutOfReach } from './batches';
export { Cursors } from './cursors';
export { FormOf } from './form-of';
export { FormState } from './form-state';
export { Idempotency, IdempotencyKey } from './idempotency';
export { mayTakeListsAway } from './lists-away';
export { MayCome } from './may-come';
export { Ctx, Form, IdIn, IfMatch } from './parameters';
