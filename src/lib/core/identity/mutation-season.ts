/**
 * When wishes are typed (November and December, then March and April): each year, messages that imitate
 * the services ask for passwords then. Months only: the days change with the campaigns.
 */
const months = new Set([3, 4, 11, 12]);

export const isMutationSeason = (today: string): boolean => months.has(Number(today.slice(5, 7)));
