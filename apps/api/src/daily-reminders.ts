import { Cron } from 'croner';
import { type Reminding, sendAutomaticReminders } from './features/completeness/send-automatic-reminders.ts';

type Daily = { stop(): void };

/** Reminds every morning, and once at the start for a morning on which the service did not run. */
export const remindDaily = (service: Reminding, onError: (error: unknown) => void): Daily => {
  const job = new Cron('0 6 * * *', { timezone: 'UTC', protect: true, catch: onError }, async () => {
    await sendAutomaticReminders(service);
  });
  void job.trigger();
  return { stop: () => job.stop() };
};
