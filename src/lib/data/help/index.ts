import topics from './topics.json';

/** An answer that can be read, and searched, without the network. */
export interface HelpTopic {
	readonly id: string;
	readonly area: string;
	readonly title: string;
	/** Other words people look for it by. */
	readonly words: string;
	/** Paragraphs separated by an empty line. */
	readonly text: string;
}

export const helpTopics: readonly HelpTopic[] = topics;
