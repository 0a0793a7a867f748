import type { MergeOf } from '@app/persons';
import type { Html } from '@app/web-kit';

/** That the story stands in two records: for a reader who works with both. */
export const Joined = ({ joined }: { joined: readonly MergeOf[] }): Html => (
  <>
    {joined.map(({ other, isKept }) => (isKept
      ? <p>Part of this story stands in an <a class="nhsuk-link" href={`/people/${other}?record=earlier`}>earlier record</a>. Who reads it is decided there.</p>
      : <p>This is an earlier record of the same person. The story goes on in <a class="nhsuk-link" href={`/people/${other}`}>their record</a>: write there what is new.</p>))}
  </>
);
