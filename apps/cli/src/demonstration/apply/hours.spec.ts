import { organisations } from '../organisations';
import { hoursOf } from './hours';

describe('the hours of a team, from words', () => {
  it('reads days and times, the night and the weekend', () => {
    expect(hoursOf('Monday to Friday 08:30 to 17:30')).toEqual([{ days: [1, 2, 3, 4, 5], from: '08:30', to: '17:30' }]);
    expect(hoursOf('Day and night, one sleeping in')).toEqual([{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }]);
    expect(hoursOf('18:30 to 08:00, weekends day and night')).toEqual([
      { days: [1, 2, 3, 4, 5], from: '18:30', to: '24:00' }, { days: [1, 2, 3, 4, 5], from: '00:00', to: '08:00' }, { days: [6, 7], from: '00:00', to: '24:00' },
    ]);
  });

  it('reads every team of the place, and refuses words that it does not know', () => {
    for (const { hours } of organisations.flatMap(({ teams }) => teams)) expect(hoursOf(hours).length).toBeGreaterThan(0);
    expect(() => hoursOf('When the kettle is on')).toThrow('When the kettle is on');
  });
});
