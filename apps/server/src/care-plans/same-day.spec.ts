import type { Responsible, SeenTo } from '@app/care-plans';
import type { CircleMember } from '@app/care-teams';
import { sameDay } from './same-day';

const nurse: Responsible = { who: 'Idris', organisation: 'Trust', what: 'Dresses the leg', when: 'Mondays and Thursdays', days: [1, 4], doesNotDo: null, onPaper: true };
const line = (...responsible: Responsible[]): SeenTo => ({ kind: 'need', itemId: 'n', text: 'The leg', responsible, nobodyBecause: null, onPaper: true });
const helper = (worker: string, organisation: string, daysTimes: string | null): CircleMember => ({ worker, team: null, organisation, daysTimes }) as CircleMember;

it('says on which days two organisations come, days with the same people together', () => {
  expect(sameDay({ lines: [line(nurse)], overlaps: [] }, [helper('Delphine', 'Age Well', 'Mondays, Thursdays')])).toEqual([{ days: [1, 4], who: ['Delphine, Age Well', 'Idris, Trust'] }]);
});

it('says nothing of two of one organisation, of somebody who comes alone, or of words without a day', () => {
  expect(sameDay({ lines: [line(nurse)], overlaps: [] }, [helper('Priya', 'Trust', 'Mondays'), helper('Delphine', 'Age Well', 'Fridays'), helper('Mo', 'Age Well', 'now and then')])).toEqual([]);
});

it('does not say again what two do for the same need', () => {
  const delphine = { ...nurse, who: 'Delphine', organisation: 'Age Well', days: [1] };
  const overlaps = [{ text: 'The leg', day: 1, who: ['Idris, Trust', 'Delphine, Age Well'] }];
  expect(sameDay({ lines: [line(nurse, delphine)], overlaps }, [])).toEqual([]);
});
