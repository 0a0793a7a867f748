import type { Voice } from '@app/care-plans';
import type { Html } from '@app/web-kit';
import { VOICE_WORDS } from './words';

/** A bubble for what somebody says of themselves, a heart for family, a pen for who writes it down. */
const SHAPES: Record<Voice, string> = {
  self: 'M2 2h12v9H7l-3.5 3v-3H2z',
  carer: 'M8 14 2.2 8.2a3.4 3.4 0 0 1 4.8-4.8l1 1 1-1a3.4 3.4 0 0 1 4.8 4.8z',
  professional: 'M2 14l.8-3.6 8-8 2.8 2.8-8 8z',
};

/** Whose words they are: a shape, a colour and a text, so that none of the three has to be seen. */
export const VoiceMark = ({ voice }: { voice: Voice }): Html => (
  <span class={`os-voice os-voice--${voice}`}>
    <svg class="os-voice__mark" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false"><path d={SHAPES[voice]} /></svg>{VOICE_WORDS[voice]}
  </span>
);
