/**
 * Hands a file to another application of the phone, or its text to the clipboard where the browser
 * shares no files. Nothing goes through an address: a link would carry a career into logs.
 */
export type Shared = 'shared' | 'copied' | 'given-up';

export async function shareFile(file: File, text: string): Promise<Shared> {
	const content = { files: [file], title: file.name };
	if (!navigator.canShare?.(content)) {
		await navigator.clipboard.writeText(text);
		return 'copied';
	}
	try {
		await navigator.share(content);
		return 'shared';
	} catch (error) {
		if (error instanceof DOMException && error.name === 'AbortError') return 'given-up';
		throw error;
	}
}
