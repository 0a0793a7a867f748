import type { Html } from '@app/web-kit';

/** What a page shows, as a tagged PDF; in large print for whoever reads that. */
export const PaperLinks = ({ at }: { at: string }): Html => (
  <ul class="os-list os-noprint">
    <li><a class="nhsuk-link" href={at}>PDF</a></li>
    <li><a class="nhsuk-link" href={`${at}?size=large`}>PDF in large print</a></li>
  </ul>
);
