import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What a person reads in a component: no script, no style, no tag, no expression, no comment. */
function wordsOf(component: string): string {
	return component
		.replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
		.replace(/<!--[\s\S]*?-->/g, '')
		.replace(/<code>[\s\S]*?<\/code>/g, '')
		.replace(/\{(?:[^{}]|\{[^{}]*\})*\}/g, 'x')
		.replace(/<[^>]*>/g, ' ');
}

/** Attributes that are read aloud or shown. */
const labelsOf = (component: string) =>
	[...component.matchAll(/\b(?:label|title|hint|placeholder|message|subject)="([^"]*)"/g)]
		.map(([, text]) => text!.replace(/\{[^}]*\}/g, 'x'))
		.join('\n');

/** A plain space before a double sign or inside guillemets, a straight apostrophe, an exclamation. */
const FAULT = /.{0,20}(?: [:;!?»]|« |\w'\w|[a-zé]!).{0,10}/gi;

test('French typography holds in every component', () => {
	const faults = globSync('src/**/*.svelte').flatMap((path) => {
		const source = readFileSync(path, 'utf8').replace(/\s*\n\s*/g, '\n');
		const script = /<script lang="ts">[\s\S]*?<\/script>/.exec(source)?.[0] ?? '';
		const markup = source.replace(script, '');
		const text = `${wordsOf(source).replaceAll('\n', ' ')}\n${labelsOf(markup)}`;
		return (text.match(FAULT) ?? []).map((fault) => `${path}: ${fault.trim()}`);
	});
	expect(faults).toEqual([]);
});
