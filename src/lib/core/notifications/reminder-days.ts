/** Days before a deadline on which a person may be reminded of it; 0 is the day itself. */
export const reminderChoices = [30, 15, 7, 3, 1, 0] as const;

export const defaultReminderDays: readonly number[] = [15, 7, 3, 0];
