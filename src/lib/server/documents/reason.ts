/** A reason someone will read: there, and of a length one reads. */
const LONGEST = 2000;

export const isReason = (text: string): boolean => text.trim() !== '' && text.length <= LONGEST;
