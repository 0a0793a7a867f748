import type { Html } from './html';
import type { PageContext } from './page-context';
import { Hidden } from './words';

const SERVICE = 'OneStory';

/** Two lines that join into one: many tell, one story. Our own mark: the official header always draws the NHS logo. */
const Mark = () => (
  <svg class="os-header__mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
    <path d="M3 7c9 0 9 9 16 9h10M3 25c9 0 9-9 16-9M3 16h16" fill="none" stroke="currentColor" stroke-width="3.5" stroke-linecap="round" />
  </svg>
);

const SearchIcon = () => (
  <svg class="nhsuk-icon nhsuk-icon--search" viewBox="0 0 24 24" width="16" height="16" aria-hidden="true" focusable="false">
    <path d="m20.7 19.3-4.1-4.1a7 7 0 1 0-1.4 1.4l4 4.1a1 1 0 0 0 1.5 0c.4-.4.4-1 0-1.4ZM6 11a5 5 0 1 1 10 0 5 5 0 0 1-10 0Z" />
  </svg>
);

const PersonSearch = () => (
  <search class="nhsuk-header__search">
    <form class="nhsuk-header__search-form" id="find-anyone" action="/people" method="get" novalidate>
      <div class="nhsuk-form-group">
        <label class="nhsuk-label nhsuk-u-visually-hidden" for="find-anyone-field">Find a person by name, date of birth or number</label>
        <div class="nhsuk-input-wrapper">
          <input
            class="nhsuk-input" id="find-anyone-field" name="search" type="search" autocomplete="off" spellcheck={false} placeholder="Find a person"
          />
          <button class="nhsuk-button nhsuk-button--icon nhsuk-button--small" type="submit" aria-label="Find a person">
            <SearchIcon />
          </button>
        </div>
      </div>
    </form>
  </search>
);

const AccountLink = (props: { href: string; text: string }) => (
  <li class="nhsuk-header__account-item"><a class="nhsuk-header__account-link" href={props.href}>{props.text}</a></li>
);

/** How many things somebody was told and has not read, as a link to them. */
const Bell = ({ count, current }: { count: number; current: boolean }) => (
  <li class="nhsuk-header__account-item">
    <a class="nhsuk-header__account-link" href="/notices" aria-current={current ? 'page' : undefined}>
      Notices{count > 0 ? <span class="os-count"><Hidden>, </Hidden>{count.toLocaleString('en-GB')}<Hidden> new</Hidden></span> : null}
    </a>
  </li>
);

function Account({ ctx }: { ctx: PageContext }): Html | null {
  const { user, actingFor } = ctx;
  if (!user) return null;
  const current = actingFor?.choices.find((choice) => choice.id === actingFor.current)?.name ?? user.organisation;
  const isCarer = user.kind === 'carer';
  const canChange = (actingFor?.choices.length ?? 0) > 1;
  return (
    <nav class="nhsuk-header__account" aria-label="Account">
      <ul class="nhsuk-header__account-list">
        <li class="nhsuk-header__account-item">
          <span>{user.name}{current ? <>, {isCarer ? 'for ' : null}{current}</> : null}</span>
        </li>
        {ctx.notices === undefined ? null : <Bell count={ctx.notices} current={ctx.nav === 'notices'} />}
        {canChange ? <AccountLink href="/acting-for" text={isCarer ? 'Change person' : 'Change organisation'} /> : null}
        <AccountLink href="/sign-out" text="Sign out" />
      </ul>
    </nav>
  );
}

function Navigation({ ctx }: { ctx: PageContext }): Html | null {
  if (ctx.navItems.length === 0) return null;
  return (
    <nav class="nhsuk-header__navigation" aria-label="Menu">
      <div class="nhsuk-header__navigation-container nhsuk-width-container">
        <ul class="nhsuk-header__navigation-list">
          {ctx.navItems.map((item) => {
            const current = item.key === ctx.nav;
            return (
              <li class={`nhsuk-header__navigation-item${current ? ' nhsuk-header__navigation-item--current' : ''}`}>
                <a class="nhsuk-header__navigation-link" href={item.href} aria-current={current ? 'page' : undefined}>
                  {current ? <strong class="nhsuk-header__navigation-item-current-fallback">{item.text}</strong> : item.text}
                </a>
              </li>
            );
          })}
          <li class="nhsuk-header__menu" hidden>
            <button class="nhsuk-header__menu-toggle nhsuk-header__navigation-link" id="toggle-menu" type="button" aria-expanded="false">
              <span class="nhsuk-u-visually-hidden">Browse </span>More
            </button>
          </li>
        </ul>
      </div>
    </nav>
  );
}

/**
 * The head of every page, in the markup that the official header's script expects, with the service's own name. Staff can
 * look for a person from every page. "Sign out" is a page with one button: a link must not change anything.
 */
export function PageHeader({ ctx }: { ctx: PageContext }): Html {
  return (
    <header class="nhsuk-header os-header" role="banner" data-module="nhsuk-header">
      <div class="nhsuk-header__container nhsuk-width-container">
        <div class="nhsuk-header__service">
          <a class="nhsuk-header__service-name os-header__name" href="/"><Mark />{SERVICE}</a>
        </div>
        {ctx.user?.kind === 'staff' ? <PersonSearch /> : null}
        <Account ctx={ctx} />
      </div>
      <Navigation ctx={ctx} />
    </header>
  );
}
