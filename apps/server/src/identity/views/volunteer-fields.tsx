import { DBS_LEVELS, DBS_WORDS, type DbsLevel } from '@app/identity';
import { DateInput, errorFor, Radios, Select, type Html } from '@app/web-kit';
import type { FormState } from '../../http/form-state';

interface VolunteerFieldsProps {
  form: FormState;
  supervisors: readonly { id: string; name: string }[];
  now: { supervisor: { id: string } | null; dbsLevel: DbsLevel | null; dbsOn: string | null; endsOn: string | null };
}

/** What every volunteer has: somebody who answers for them, a check that was looked at, and a last day. */
export const VolunteerFields = ({ form, supervisors, now }: VolunteerFieldsProps): Html => (
  <>
    <Select id="supervisorId" name="supervisorId" label="Who answers for this volunteer?" value={form.text('supervisorId', now.supervisor?.id ?? '')} errorMessage={errorFor(form.errors, 'supervisorId')}
      items={[{ value: '', text: 'Choose a colleague' }, ...supervisors.map(({ id, name }) => ({ value: id, text: name }))]} />
    <Radios idPrefix="dbsLevel" name="dbsLevel" value={form.text('dbsLevel', now.dbsLevel ?? '')} errorMessage={errorFor(form.errors, 'dbsLevel')}
      fieldset={{ legend: { text: 'Which DBS check was made?', size: 's' } }} items={DBS_LEVELS.map((value) => ({ value, text: DBS_WORDS[value] }))} />
    <DateInput id="dbsOn" namePrefix="dbsOn" values={form.date('dbsOn', now.dbsOn)} errorMessage={errorFor(form.errors, 'dbsOn')} fieldset={{ legend: { text: 'When?', size: 's' } }}
      hint="The day of the certificate, or on which you found that none is needed" />
    <DateInput id="endsOn" namePrefix="endsOn" values={form.date('endsOn', now.endsOn)} errorMessage={errorFor(form.errors, 'endsOn')} fieldset={{ legend: { text: 'What is their last day?', size: 's' } }}
      hint="Their access ends when this day is over. You are warned 30 days before, and can put it off" />
  </>
);
