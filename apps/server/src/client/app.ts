import {
  Button, CharacterCount, Checkboxes, createAll, ErrorSummary, FileUpload, Header, NotificationBanner, PasswordInput, Radios, SkipLink,
} from 'nhsuk-frontend';
import { keepTyped } from './keep-typed';
import { watchChanges } from './live';
import { watchReaders } from './who-will-see';

createAll(CharacterCount);
createAll(Checkboxes);
createAll(ErrorSummary);
createAll(FileUpload);
createAll(Header);
createAll(NotificationBanner);
createAll(PasswordInput);
createAll(Radios);
createAll(SkipLink);
// A second click within a second does not send a form twice; the server's own check stays the real one.
createAll(Button, { preventDoubleClick: true });

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-readers]')) watchReaders(form);
for (const line of document.querySelectorAll('form [data-kept]')) keepTyped(line.closest('form') as HTMLFormElement);

const strip = document.querySelector<HTMLElement>('.os-live[data-live]');
if (strip) watchChanges(strip);
