import { categoriesInWords } from '@app/persons';
import type { Html } from '@app/web-kit';

interface YouSeeProps {
  categories: readonly string[];
  keyWorker: { name: string } | null;
}

/** The same sentence for everyone, whether or not anything is withheld: never a count (safety.md §1). */
export const youSeeWords = ({ categories, keyWorker }: YouSeeProps): string => `You see: ${categoriesInWords(categories) || 'what you wrote yourselves'}. Others may hold more; ask ${keyWorker?.name ?? 'the key worker, once there is one'}.`;
export const YouSee = (props: YouSeeProps): Html => <p class="os-result">{youSeeWords(props)}</p>;
