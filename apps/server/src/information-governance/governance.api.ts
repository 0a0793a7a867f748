import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { EmergencyOpenings, LetPractitionersOpen } from '@app/sharing';
import { emergencyItem, type EmergencyItem } from '../emergency/emergency-item';
import { MayCome } from '../http';
import { accessItem, waitingItem, type AccessItem, type WaitingItem } from '../information-rights/access-item';
import { complaintItem, type ComplaintItem } from '../information-rights/complaint-item';
import { incidentItem, type IncidentItem } from '../oversight/incident-item';
import { GovernanceDesk, type GovernanceModel } from './governance.desk';

interface GovernanceItem {
  readonly emergency: { readonly toReview: readonly EmergencyItem[]; readonly reviewed: readonly EmergencyItem[]; readonly everybody: boolean };
  readonly agreements: GovernanceModel['agreements'];
  readonly incidents: readonly IncidentItem[];
  readonly looks: GovernanceModel['looks'];
  readonly keeping: GovernanceModel['keeping'];
  readonly rights: { readonly access: readonly AccessItem[]; readonly complaints: readonly ComplaintItem[]; readonly corrections: readonly WaitingItem[]; readonly objections: readonly WaitingItem[] };
}

@Controller('api/information-governance') @MayCome('staff', 'ig_lead')
export class GovernanceApi {
  constructor(
    private readonly desk: GovernanceDesk,
    private readonly openings: EmergencyOpenings,
  ) {}

  @Get()
  async queue(): Promise<GovernanceItem> {
    const { emergency: { toReview, reviewed, everybody }, agreements, incidents, looks, rights: { access, complaints, corrections, objections }, keeping } = await this.desk.queue();
    return {
      emergency: { toReview: toReview.map(emergencyItem), reviewed: reviewed.map(emergencyItem), everybody }, agreements, incidents: incidents.map(incidentItem), looks, keeping,
      rights: { access: access.map(accessItem), complaints: complaints.map(complaintItem), corrections: corrections.map(waitingItem), objections: objections.map(waitingItem) },
    };
  }

  @Put('emergency') @HttpCode(204)
  async letPractitioners(@Body() { everybody }: LetPractitionersOpen): Promise<void> {
    await this.openings.letPractitioners(everybody);
  }
}
