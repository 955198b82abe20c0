import { CommandsApi, Configuration, type ScheduleRequest, type WriteAnswer } from './commands';
import * as queries from './queries';

const configuration = new Configuration({ basePath: 'https://almanac.example', accessToken: 'token' });

const concert: ScheduleRequest = {
  calendarId: 'hall',
  title: 'Concert',
  startDateTime: '2030-06-03T18:00:00',
  endDateTime: '2030-06-03T20:00:00',
  timeZone: 'Europe/Vienna',
  recurrence: { rrule: 'FREQ=DAILY;COUNT=5' },
  resources: [{ resourceId: 'clara', role: 'PRIMARY' }],
};

export async function bookAndLook(): Promise<string[]> {
  const booked: WriteAnswer = await new CommandsApi(configuration).scheduleEvent({
    idempotencyKey: 'once',
    scheduleRequest: concert,
  });
  const week = await new queries.QueriesApi(new queries.Configuration()).getCalendarView({
    calendarId: concert.calendarId,
    viewType: 'WEEKLY',
    afterPosition: String(booked.position),
  });
  return (week.events ?? []).map(event => event.title ?? '');
}

export async function mistakes(): Promise<void> {
  const commands = new CommandsApi(configuration);
  // @ts-expect-error where and when are required
  await commands.scheduleEvent({ scheduleRequest: { title: 'Concert' } });
  // @ts-expect-error a number is no title
  await commands.scheduleEvent({ scheduleRequest: { ...concert, title: 7 } });
  // @ts-expect-error there is no such policy
  await commands.scheduleEvent({ scheduleRequest: { ...concert, seriesPolicy: 'PERHAPS' } });
  // @ts-expect-error nor such a field
  await commands.patchEvent({ scheduleId: 'concert', schedulePatch: { titel: 'Gala' } });
  // @ts-expect-error nor such a view
  await new queries.QueriesApi().view({ calendarId: 'hall', viewType: 'HOURLY' });
}
