import { formatDate } from './dates';
import type { Child, Html } from './html';
import { Hidden, NhsNumber, orSay, Phone } from './words';

export interface BannerAlert {
  id: string;
  category: string;
  text: string;
  whatToDo: string;
  /** what the person does not know of, or is for a few, stays on the screen */
  onPaper: boolean;
}

export interface IdentityBannerProps {
  name: string;
  preferredName?: string | null;
  /** Calendar date, `1950-05-04`. */
  birthDate: string | null;
  birthDateEstimated?: boolean;
  /** What matters most to them, where the page is about it: on a phone it stands below the name, before everything else. */
  matters?: string | null;
  /** Whole years. */
  age: number | null;
  /** Calendar date. */
  deceasedOn?: string | null;
  /** The NHS number for health and social care; others see their own reference. */
  reference: { label: 'NHS number' | 'Our reference'; value: string | null; missing: string; change?: { href: string; text: string } };
  /** `null` when there is none; left out where the reader is not to see it. */
  keyWorker?: { name: string; organisation: string; phone: string | null; /** who stands in while they are away */ cover?: { name: string; phone: string | null } | null } | null;
  /** `null` when none is recorded; left out where the reader is not to see it. */
  phone?: string | null;
  /** the reader is among the few who may know the number */
  phoneProtected?: boolean;
  alerts: readonly BannerAlert[];
  /** Read before anybody rings, writes or visits: sentences, and where all of it stands. */
  careful?: { words: readonly string[]; href: string } | null;
  /** whether nobody may ring: the number is left to the page behind `careful` */
  neverRing?: boolean;
  /** A sentence such as "Another person with this name lives here". */
  sameName?: string | null;
  restricted?: boolean;
  /** A sentence: until when the reader has it open in an emergency, and why. */
  emergency?: string | null;
  /** Where the emergency view is, for whoever looks at records in emergencies. */
  emergencyView?: string | null;
  /** The person's id: news about this person may be announced in the banner. */
  live?: string;
}

function born(props: IdentityBannerProps): Child {
  if (!props.birthDate) return orSay(null, 'No date of birth recorded');
  const age = props.age === null || props.deceasedOn ? null : ` (${props.age} ${props.age === 1 ? 'year' : 'years'})`;
  return <>{props.birthDateEstimated ? 'About ' : null}<span class="os-nowrap">{formatDate(props.birthDate)}</span>{age}</>;
}

function reference({ label, value, missing, change }: IdentityBannerProps['reference']): Child {
  const known = orSay(value && label === 'NHS number' ? <NhsNumber value={value} /> : value, missing);
  return change ? <>{known} <a class="nhsuk-link os-noprint" href={change.href}>{change.text}<Hidden> our reference</Hidden></a></> : known;
}

function keyWorker(worker: NonNullable<IdentityBannerProps['keyWorker']> | null): Child {
  if (!worker) return orSay(null, 'No key worker yet');
  const phone = worker.phone ? <Phone value={worker.phone} /> : orSay(null, 'no phone number recorded');
  if (worker.cover) return <>{worker.name}, {worker.organisation}, away: ring {worker.cover.name}, {worker.cover.phone ? <Phone value={worker.cover.phone} /> : orSay(null, 'no phone number recorded')}</>;
  return <>{worker.name}, {worker.organisation}, {phone}</>;
}

function phone(number: string | null, isProtected: boolean): Child {
  if (!number) return orSay(null, 'No phone number recorded');
  return isProtected ? <><Phone value={number} />, protected: do not pass on</> : <Phone value={number} />;
}

const Fact = (props: { term: string; children: Child }) => <div class="os-id__fact"><dt>{props.term}</dt><dd>{props.children}</dd></div>;

/**
 * Whose record this is: on every page of a person, above the content, and always in view where there is room for it. It
 * shows only what the reader may see, and says so where nothing is recorded: nothing is ever blank.
 */
export function IdentityBanner(props: IdentityBannerProps): Html {
  return (
    <section class={`os-id${props.deceasedOn ? ' os-id--died' : ''}`} aria-label="Person">
      <div class="nhsuk-width-container os-wide">
        <div class="os-id__top">
          <p class="os-id__name">{props.name}</p>
          {props.preferredName ? <p class="os-id__preferred">Likes to be called {props.preferredName}</p> : null}
          {props.restricted ? <p class="os-id__mark">Restricted record</p> : null}
          {props.deceasedOn ? <p class="os-id__mark">Died on {formatDate(props.deceasedOn)}</p> : null}
        </div>
        {props.matters ? <p class="os-id__matters"><strong>What matters most:</strong> {props.matters}</p> : null}
        {props.emergency ? <p class="os-id__emergency">{props.emergency}</p> : null}
        {props.emergencyView ? <p class="os-id__same os-noprint"><a class="nhsuk-link" href={props.emergencyView}>Emergency view</a></p> : null}
        {props.sameName ? <p class="os-id__same">{props.sameName}</p> : null}
        <dl class="os-id__facts">
          <Fact term="Born">{born(props)}</Fact>
          <Fact term={props.reference.label}>{reference(props.reference)}</Fact>
          {props.phone === undefined ? null : <Fact term="Phone">{props.neverRing ? 'Ask the key worker' : phone(props.phone, props.phoneProtected ?? false)}</Fact>}
          {props.keyWorker === undefined ? null : <Fact term="Key worker">{keyWorker(props.keyWorker)}</Fact>}
        </dl>
        {props.careful && props.careful.words.length > 0 ? (
          <p class="os-id__careful os-noprint">{props.careful.words.join('. ')}. <a class="nhsuk-link" href={props.careful.href}>How to reach them safely</a></p>
        ) : null}
        {props.alerts.length === 0 ? null : (
          <ul class="os-id__alerts" aria-label="Alerts">
            {props.alerts.map((alert) => (
              <li class={alert.onPaper ? 'os-alert' : 'os-alert os-noprint'} id={`alert-${alert.id}`}>
                <strong>{alert.category}: {alert.text}</strong> {alert.whatToDo}
              </li>
            ))}
          </ul>
        )}
        {/* The same sentence on every paper, whether or not one was left out. */}
        <p class="os-sub os-paper">Not every alert is printed: look at the screen.</p>
        {props.live ? <div class="os-live" role="status" data-live={props.live}></div> : null}
      </div>
    </section>
  );
}
