import { StreamableFile } from '@nestjs/common';

/** What a calendar opens. The name of the file says nothing either. */
export function calendarFile(entry: string): StreamableFile {
  const file = Buffer.from(entry);
  return new StreamableFile(file, { type: 'text/calendar; charset=utf-8', disposition: 'attachment; filename="review.ics"', length: file.length });
}
