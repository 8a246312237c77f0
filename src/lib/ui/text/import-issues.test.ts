import { importIssueCodes, issueAt } from '$lib/core/institution';
import { expect, test } from 'vitest';
import { importIssueText } from './import-issues';

const texts = importIssueCodes.map((code) =>
	importIssueText(issueAt(code, 2, { column: 'corps', value: 'x', otherLine: 7 }))
);

test('every reason reads as a French sentence', () => {
	for (const text of texts) expect(text).toMatch(/^\p{Lu}.*\.$/u);
	expect(new Set(texts).size).toBe(importIssueCodes.length);
});

test('no text has an exclamation mark, a straight apostrophe or a plain space before a double sign', () => {
	expect(texts.filter((text) => /!|'| [:;?»%]|« /.test(text))).toEqual([]);
});
