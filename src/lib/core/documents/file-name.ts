/**
 * A file name is a label that people read, never a path. Letters, digits and ordinary punctuation
 * only: no separator, no control or direction character that would show another name than the true
 * one, no line end that would break a header.
 */
const ACCEPTED = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} _.,'’()-]{0,114}\.pdf$/u;

export const isFileName = (name: string): boolean =>
	ACCEPTED.test(name) && !name.includes('..') && name === name.normalize('NFC');
