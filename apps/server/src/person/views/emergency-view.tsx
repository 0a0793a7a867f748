import { fullName } from '@app/persons';
import { Columns, formatDate, Hidden, orSay, Phone, PrintButton, readerOf, Section, Sub, type Html, type PageContext, type PageStates } from '@app/web-kit';
import { PaperLinks } from '../../care-plans/views/paper-links';
import { fullPlan } from '../../care-plans/views/sample';
import { SECTION_WORDS } from '../../care-plans/views/words';
import { ringAtAnyHour, withThem as those, withThemWords, type EmergencyViewModel } from '../emergency-view.desk';
import { forEverybody, mayLieAbout } from '../on-paper';
import { PersonShell } from './person-shell';
import { barePage, fullPage, keyWorker, opened, TODAY } from './sample';
import { ABOUT_ME_WORDS, ALERT_WORDS } from './words';

interface EmergencyViewPageProps extends EmergencyViewModel {
  ctx: PageContext;
  today: string;
}

const lines = (text: string): Html[] => text.split(/\n+/).map((line) => <p>{line}</p>);
const paper = (may: boolean): string | undefined => (may ? undefined : 'os-noprint');

/** One screen for ten seconds: whom to ring at this hour, what to do, how to talk with them, who is there. */
export function EmergencyViewPage({ ctx, page, ringNow, ring, whatToDo, aboutMe, withThem, today }: EmergencyViewPageProps): Html {
  const { person, alerts } = page;
  const name = person.preferred ?? person.given;
  const who = [fullName(person), person.birthDate ? `born ${formatDate(person.birthDate)}` : null].filter(Boolean).join(', ');
  const languages = person.languages.map(({ language, interpreterNeeded }) => `${language}${interpreterNeeded ? ', interpreter needed' : ''}`);
  return (
    <PersonShell ctx={ctx} identity={page} tab={null} title="Emergency view" today={today} back={{ href: `/people/${person.personId}`, text: 'Whole record' }}>
      <h1 class="nhsuk-heading-l"><Hidden>{fullName(person)}: </Hidden>Emergency view</h1>
      <p class="os-paper"><strong>{who}</strong></p>
      <p><strong>Medicines and allergies are not held here.</strong> When somebody’s life is in danger ring <Phone value="999" />.</p>
      <p class="os-noprint">Printed, it has only what everybody may read who comes in. Lines for a few, and what is private, stay on the screen.</p>
      <Columns
        main={(
          <>
            <Section id="ring" title="Ring first">
              <div class="os-paper">{ringAtAnyHour(page).map((line) => <p>{line}</p>)}</div>
              <p class="os-noprint"><strong>At this hour:</strong> {ringNow.name}, {ringNow.phone ? <Phone value={ringNow.phone} /> : orSay(null, 'no phone number recorded')}</p>
              {ring.map((row) => <div class={paper(forEverybody(row))}><h3 class="nhsuk-heading-xs nhsuk-u-margin-bottom-1">{SECTION_WORDS[row.section]}</h3>{lines(row.text)}</div>)}
            </Section>
            <Section id="what-to-do" title="What to do">
              {whatToDo.length === 0 ? <p>No plan for that which you can see.</p> : whatToDo.map((row) => (
                <div class={paper(forEverybody(row))}><h3 class="nhsuk-heading-xs nhsuk-u-margin-bottom-1">{SECTION_WORDS[row.section]}</h3>{lines(row.text)}{row.contact ? <p><strong>Ring first then:</strong> <Phone value={row.contact} /></p> : null}</div>
              ))}
            </Section>
          </>
        )}
        side={(
          <>
            {alerts.length > 0 ? <Section id="alerts" title="Alerts"><ul class="os-list">{alerts.map((alert) => <li class={paper(mayLieAbout(alert))}><strong>{ALERT_WORDS[alert.kind]}:</strong> {alert.text}<Sub>{alert.whatToDo}</Sub></li>)}</ul></Section> : null}
            <Section id="talk" title={`How to talk with ${name}, and what calms`}>
              {languages.length > 0 ? <p><strong>Language:</strong> {languages.join('; ')}</p> : null}
              {person.communicationNeeds ? <p>{person.communicationNeeds}</p> : null}
              {aboutMe.map((entry) => <div class={paper(forEverybody(entry))}><h3 class="nhsuk-heading-xs nhsuk-u-margin-bottom-1">{ABOUT_ME_WORDS[entry.heading]}</h3>{lines(entry.text)}</div>)}
              {languages.length === 0 && !person.communicationNeeds && aboutMe.length === 0 ? <p>Nothing that you can see. Ask {name}.</p> : null}
            </Section>
            <Section id="with-them" title={`Who is with ${name}`}>
              {withThem.length === 0 ? <p>Nobody that you can see is written down. That does not say that nobody is there.</p> : (
                <ul class="os-list">{withThem.map((seen) => ({ ...seen, words: withThemWords(seen) })).map(({ one, child, words }) => <li class={paper(forEverybody(one))}><strong>{one.name}</strong>, {words}{child ? null : <Sub>{one.phone ? <Phone value={one.phone} /> : orSay(null, 'No phone number recorded')}</Sub>}{one.mustNotBeTold ? <div class="os-noprint"><Sub><strong>Must not be told:</strong> {one.mustNotBeTold}</Sub></div> : null}</li>)}</ul>
              )}
            </Section>
            <PrintButton />
            <PaperLinks at={`/people/${person.personId}/emergency/pdf`} />
          </>
        )} />
      <p class="os-printed os-fridge">{who}. Printed on {formatDate(today)} by {readerOf(ctx)}. Medicines and allergies are not held here.</p>
    </PersonShell>
  );
}

const ringNow = { name: 'Marlshire County Council, out of hours', phone: '01632 960099', open: true };
const { statements } = fullPlan.content;
const full: EmergencyViewModel = { page: fullPage, ringNow, ring: statements.filter(({ section }) => section === 'who_to_ring'), whatToDo: statements.filter(({ section }) => section === 'if_it_goes_wrong'), aboutMe: fullPage.aboutMe, withThem: those(fullPage.relatives, TODAY) };

export const states: PageStates = {
  full: () => <EmergencyViewPage ctx={keyWorker} {...full} today={TODAY} />,
  bare: () => <EmergencyViewPage ctx={keyWorker} page={barePage} ringNow={{ name: 'NHS 111, day and night', phone: '111', open: true }} ring={[]} whatToDo={[]} aboutMe={[]} withThem={[]} today={TODAY} />,
  opened: () => <EmergencyViewPage ctx={keyWorker} {...full} page={{ ...fullPage, ...opened }} today={TODAY} />,
};
