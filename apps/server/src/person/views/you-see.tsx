import { categoriesInWords } from '@app/persons';
import type { Html } from '@app/web-kit';

/** The same sentence for everyone, whether or not anything is withheld: never a count (safety.md §1). */
export function YouSee({ categories, keyWorker }: { categories: readonly string[]; keyWorker: { name: string } | null }): Html {
  return <p class="os-result">You see: {categoriesInWords(categories) || 'what you wrote yourselves'}. Others may hold more; ask {keyWorker?.name ?? 'the key worker, once there is one'}.</p>;
}
