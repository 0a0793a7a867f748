import { Id, OneOf } from '@app/kernel';

/** Since which version: the one before unless another is named. */
export class Since {
  @Id({ label: 'version' }) since?: string | null;
}

/** How a plan is put on paper: large print for whoever reads that. */
export class OnPaper {
  @OneOf(['large'], { label: 'size' }) size?: 'large' | null;
}
