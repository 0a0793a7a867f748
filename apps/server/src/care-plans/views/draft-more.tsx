import { VOICES, type StatementSection, type Voice } from '@app/care-plans';
import { Details, errorFor, Input, Select, Textarea, type FieldError, type Html } from '@app/web-kit';
import type { FormState } from '../../http';
import { MORE_SECTIONS } from './draft-values';
import { SECTION_WORDS, VOICE_WORDS } from './words';

const HINTS: Partial<Record<StatementSection, string>> = {
  no_reply: 'Who has a key, whom to ring, and when the door is forced', carer_cannot: 'Who is asked, and for how long they can', additional_plans: 'One in a line: its name, and where the original is kept',
  money: 'Seen by those who see to money', conditions: 'Seen by those who see to health', reviewer: 'A name, and from where',
};

/** What the standard has besides, and nobody has to fill in: folded away until something of it is written or wrong. */
export function MoreOfThePlan({ form, errors, name, beside }: { form: FormState; errors: readonly FieldError[]; name: string; beside: (section: StatementSection) => Html }): Html {
  const isOpen = MORE_SECTIONS.some(([field]) => form.text(field) !== '' || errorFor(errors, field) !== undefined);
  const voice = (field: string, of: string): Html => (
    <Select id={field} name={field} label={`Whose words are “${of}”?`} value={form.text(field) || 'self'} items={VOICES.map((value: Voice) => ({ value, text: VOICE_WORDS[value] }))} />
  );
  return (
    <>
      {MORE_SECTIONS.map(([, section]) => beside(section))}
      <Details summary="More of the plan (optional)" open={isOpen} html={(
        <>
          {MORE_SECTIONS.map(([field, section]) => (
            <>
              <Textarea id={field} name={field} label={{ text: section === 'conditions' ? `How ${name}’s conditions affect each other` : SECTION_WORDS[section], size: 's' }} hint={HINTS[section]} rows="2" value={form.text(field)} errorMessage={errorFor(errors, field)} />
              {section === 'conditions' ? <Input id="conditionsLead" name="conditionsLead" label="Which clinician leads on that" value={form.text('conditionsLead')} errorMessage={errorFor(errors, 'conditionsLead')} /> : null}
            </>
          ))}
          {voice('whatMattersVoice', SECTION_WORDS.what_matters)}
          {voice('strengthsVoice', SECTION_WORDS.strengths)}
        </>
      )} />
    </>
  );
}
