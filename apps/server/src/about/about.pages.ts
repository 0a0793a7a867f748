import { Controller, Get } from '@nestjs/common';
import type { Html, PageContext } from '@app/web-kit';
import { Ctx, MayCome } from '../http';
import { AccessibilityPage } from './views/accessibility';
import { HelpPage } from './views/help';
import { PrivacyPage } from './views/privacy';

/** What the footer of every page leads to; also for those who cannot sign in. */
@Controller()
export class AboutPages {
  @Get('help') @MayCome('anyone')
  help(@Ctx() ctx: PageContext): Html {
    return HelpPage({ ctx });
  }

  @Get('accessibility') @MayCome('anyone')
  accessibility(@Ctx() ctx: PageContext): Html {
    return AccessibilityPage({ ctx });
  }

  @Get('privacy') @MayCome('anyone')
  privacy(@Ctx() ctx: PageContext): Html {
    return PrivacyPage({ ctx });
  }
}
