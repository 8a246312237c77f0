/** Adds up what each tool of the test run reports. */

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/** @type {Tally} */
export const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/** @param {Tally} a @param {Tally} b @returns {Tally} */
export const add = (a, b) => ({
	passed: a.passed + b.passed,
	failed: a.failed + b.failed,
	skipped: a.skipped + b.skipped
});

/** A step without a report of its own is one test. @param {number} code @returns {Tally} */
export const ofExit = (code) => ({ ...NOTHING, [code === 0 ? 'passed' : 'failed']: 1 });

/**
 * A tool that fails without a failed test (a file that does not load, an error outside any test)
 * counts as one failure.
 * @param {Tally} tally @param {number} code @returns {Tally}
 */
const withExit = (tally, code) =>
	code !== 0 && tally.failed === 0 ? add(tally, ofExit(code)) : tally;

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number } | null} report
 * @param {number} code
 */
export function ofVitest(report, code) {
	if (!report) return ofExit(code || 1);
	const tally = {
		passed: report.numPassedTests,
		failed: report.numFailedTests,
		skipped: report.numPendingTests + report.numTodoTests
	};
	return withExit(tally, code);
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } } | null} report
 * @param {number} code
 */
export function ofPlaywright(report, code) {
	if (!report) return ofExit(code || 1);
	const { expected, unexpected, flaky, skipped } = report.stats;
	return withExit({ passed: expected, failed: unexpected + flaky, skipped }, code);
}

/** @param {Tally} tally */
export const sentence = ({ passed, failed, skipped }) =>
	`${passed} passed, ${failed} failed, ${skipped} skipped`;
