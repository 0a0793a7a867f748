import { Ids } from '@app/kernel';

/** Says that notices were read: those that are named, or all. */
export class ReadNotices {
  @Ids({ label: 'the notices' }) ids?: string[];
}
