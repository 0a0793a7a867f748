import { Injectable } from '@nestjs/common';
import { localDay } from '@app/kernel';
import { TakenAway } from '@app/measures';
import { Download } from '../http';
import type { ReadTable } from './dashboard.commands';
import { referralsCsv, sharedCsv, waitingCsv, weeksCsv } from './dashboard.csv';
import { DashboardDesk } from './dashboard.desk';
import { CoursePanels, WorkPanels } from './dashboard.panels';

/** The tables of the dashboard as files, each written down as taken away. */
@Injectable()
export class DashboardFiles {
  constructor(
    private readonly desk: DashboardDesk,
    private readonly work: WorkPanels,
    private readonly course: CoursePanels,
    private readonly taken: TakenAway,
  ) {}

  async download(query: ReadTable): Promise<Download> {
    const text = await this.text(query);
    return new Download(`${query.table}-${localDay(new Date())}.csv`, 'text/csv; charset=utf-8', () => Promise.resolve(Buffer.from(text)));
  }

  private async text({ table, team: wanted, weeks }: ReadTable, now = new Date()): Promise<string> {
    const { team } = await this.desk.team(wanted);
    const waiting = table === 'waiting' ? await this.course.waiting(team) : [];
    await this.taken.write(table, waiting.map(({ personId }) => personId));
    switch (table) {
      case 'waiting': return waitingCsv(waiting);
      case 'referrals': return referralsCsv(await this.work.referrals());
      case 'weeks': return weeksCsv(await this.course.weeks(team, now, weeks));
      default: return sharedCsv(await this.work.byKeyWorker(team));
    }
  }
}
