import 'reflect-metadata';
import { Command } from 'commander';
import { createAdministrator, draftImpactAssessment, migrateDatabase, printContextKey, seed, verifySeals, welcome } from './commands/administer';
import { tell } from './commands/database';
import { importFhirFrom, importOrganisationsFrom, importServicesFrom } from './commands/import';

const exits = <A extends unknown[]>(work: (...args: A) => Promise<number>) => async (...args: A): Promise<void> => {
  process.exitCode = await work(...args);
};

const AS = ['--organisation <code>', 'the organisation in whose name it is done'] as const;

function program(): Command {
  const cli = new Command('onestory').description('OneStory at the command line. The database is the one of the environment, or the embedded one.');
  cli.command('migrate').description('bring the database to this version').action(exits(migrateDatabase));
  cli.command('seed').description('fill an empty database with the demonstration place, or with many invented persons to measure with')
    .option('--persons <number>', 'so many invented persons instead of the demonstration place').action(exits(seed));
  cli.command('welcome').description('let an organisation take part that has signed the sharing agreement').argument('<code>')
    .option('--name <name>', 'what it is called, when it is new here').option('--sector <sector>', 'its sector, when it is new here')
    .option('--place <name>', 'the place in which it takes part').option('--hosts', 'it answers for that place: its information-governance lead may suspend the agreement of any organisation there')
    .option('--because <words>', 'why it goes on, when its agreement was suspended').action(exits(welcome));
  cli.command('create-admin').description('make somebody the first administrator of an organisation').argument('<e-mail>').requiredOption(...AS)
    .option('--name <name>', 'what they are called; read from the address unless given').action(exits(createAdministrator));
  cli.command('verify-audit').description('find out whether anybody changed what was written down').action(exits(verifySeals));
  cli.command('dpia').description('draft a data protection impact assessment from what is set up, as Markdown').action(exits(draftImpactAssessment));
  cli.command('context-key').description('print the key for a server without the owner’s connection').action(exits(printContextKey));
  const imports = cli.command('import').description('take in data of other systems; twice changes nothing');
  imports.command('organisations').description('practices of the NHS register (epraccur)').argument('<csv>').requiredOption(...AS).action(exits(importOrganisationsFrom));
  imports.command('fhir').description('people, relatives and visits as FHIR R4').argument('<bundle...>').requiredOption(...AS).action(exits(importFhirFrom));
  imports.command('services').description('services of a directory as Open Referral UK: a file, or a folder of them').argument('<json|folder>').requiredOption(...AS)
    .option('--schema <json>', 'the published schema of a service, when it does not lie beside the feed').action(exits(importServicesFrom));
  return cli;
}

program().parseAsync().catch((error: unknown) => {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
