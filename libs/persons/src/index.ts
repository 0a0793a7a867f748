export { CATEGORIES, CATEGORY_WORDS, categoriesInWords, DIRECT_CARE, SENSITIVE, TOLD_ABOUT, type Category } from './categories';
export { ABOUT_ME_HEADINGS, AboutMe, ContactPoint, RelatedPerson, type AboutMeHeading, type Voice } from './items.entity';
export { readNhsNumber } from './nhs-number';
export { ageOn, fullName, Person, type Identifier, type Language } from './person.entity';
export { AddRelative, NO_NHS_NUMBER_BECAUSE, RegisterPerson, TellAboutMe } from './persons.commands';
export { PersonsModule } from './persons.module';
export { personsPolicy } from './persons.policy';
export { PersonsQueries } from './persons.queries';
export { PersonsService, type PersonDetails } from './persons.service';
