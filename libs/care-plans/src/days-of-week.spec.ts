import { daysIn } from './days-of-week';

it.each([
  ['Thursdays', [4]], ['Tue/Thu', [2, 4]], ['Tuesdays and Fridays, mornings', [2, 5]], ['Mon to Fri, 09:00', [1, 2, 3, 4, 5]], ['Monday–Wednesday', [1, 2, 3]], ['every day at eight', [1, 2, 3, 4, 5, 6, 7]],
  ['weekdays', [1, 2, 3, 4, 5]], ['weekends', [6, 7]], ['Wednesdays', [3]], ['Saturday morning', [6]], ['when she asks', []], ['once a month', []], [null, []],
])('“%s” names the days %j', (words, days) => {
  expect(daysIn(words)).toEqual(days);
});
