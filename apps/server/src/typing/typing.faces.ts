import { TypingPages } from './typing.pages';

export const typingFaces = [TypingPages];
